package org.goufu.federation.usecase;

import java.util.Objects;
import java.util.UUID;
import org.goufu.federation.domain.FederationProblem;
import org.goufu.kernel.Actor;
import org.goufu.platform.files.FileStore;
import org.goufu.platform.files.StoredFile;
import org.goufu.platform.files.Upload;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes signed papers in, and gives them to those who stand on a side of the membership. */
@Component
public class KeepPapers {
    private final Reach reach;
    private final Agreements agreements;
    private final FileStore files;

    public KeepPapers(Reach reach, Agreements agreements, FileStore files) {
        this.reach = reach;
        this.agreements = agreements;
        this.files = files;
    }

    /** Swept after a day unless a mandate or an agreement takes it over. */
    public Mono<StoredFile> take(Actor actor, UUID membershipId, Upload upload) {
        return reach.membership(actor, membershipId).flatMap(reached -> files.save(actor, upload));
    }

    /** Only a paper of this very membership. */
    public Mono<StoredFile> find(Actor actor, UUID membershipId, UUID paperId) {
        return reach.membership(actor, membershipId)
                .flatMapMany(reached -> Flux.concat(
                        Flux.fromIterable(reached.membership().mandates()).mapNotNull(mandate -> mandate.paperId()),
                        agreements.ofMembership(membershipId).mapNotNull(agreement -> agreement.documentId())))
                .any(paper -> Objects.equals(paper, paperId))
                .filter(ours -> ours)
                .flatMap(ours -> files.find(paperId))
                .switchIfEmpty(Mono.error(FederationProblem.PAPER_NOT_FOUND::raise));
    }
}
