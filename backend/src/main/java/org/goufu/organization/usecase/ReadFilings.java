package org.goufu.organization.usecase;

import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.kernel.RegionCode;
import org.goufu.organization.domain.Filing;
import org.goufu.organization.domain.FilingProblem;
import org.goufu.organization.domain.FilingRule;
import org.goufu.platform.files.FileProblem;
import org.goufu.platform.files.FileStore;
import org.goufu.platform.files.StoredFile;
import org.goufu.platform.files.Upload;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Decides who sees which filing and its papers. */
@Component
public class ReadFilings {
    private final Filings filings;
    private final FileStore files;

    ReadFilings(Filings filings, FileStore files) {
        this.filings = filings;
        this.files = files;
    }

    /** Fails with {@code filing/not-found} for everybody but the registrars above the group and its own contact. */
    public Mono<Filing> of(Actor actor, UUID id) {
        return filings.get(id).map(filing -> filing.seenBy(actor));
    }

    /** What the place asks for before a group is filed. */
    public Mono<FilingRule> rule(Actor actor, RegionCode place) {
        return Mono.fromCallable(actor::region)
                .filter(own -> own.touches(place))
                .switchIfEmpty(Mono.error(FilingProblem.NOT_FOUND::raise))
                .flatMap(own -> filings.rule(place));
    }

    /** A paper that no filing has yet; whoever handed it in puts it into one. */
    public Mono<StoredFile> handIn(Actor actor, Upload upload) {
        return Mono.fromCallable(actor::region).then(files.save(actor, upload));
    }

    public Flux<StoredFile> papers(Filing filing) {
        return files.findAll(filing.record().files());
    }

    /** Fails with {@code file/not-found} for every file that is none of this filing's papers. */
    public Mono<StoredFile> paper(Actor actor, UUID id, UUID fileId) {
        return of(actor, id)
                .filter(filing -> filing.record().files().contains(fileId))
                .flatMap(filing -> files.find(fileId))
                .switchIfEmpty(Mono.error(FileProblem.NOT_FOUND::raise));
    }
}
