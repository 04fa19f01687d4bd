package org.goufu.organization.usecase;

import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.organization.domain.RegisteredBody;
import org.goufu.platform.files.FileProblem;
import org.goufu.platform.files.FileStore;
import org.goufu.platform.files.StoredFile;
import org.goufu.platform.files.Upload;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes in scanned papers and photographs that show facts, and gives them to whoever may see them. */
@Component
public class HandInEvidence {
    private final Bodies bodies;
    private final Facts facts;
    private final FileStore files;

    HandInEvidence(Bodies bodies, Facts facts, FileStore files) {
        this.bodies = bodies;
        this.facts = facts;
        this.files = files;
    }

    /** A registrar's, about a body that he keeps. */
    public Mono<StoredFile> about(Actor registrar, UUID bodyId, Upload upload) {
        return bodies.get(bodyId).map(body -> body.keptBy(registrar)).then(files.save(registrar, upload));
    }

    /** A body's own. */
    public Mono<StoredFile> own(Actor actor, Upload upload) {
        return Mono.fromCallable(actor::organization).then(files.save(actor, upload));
    }

    /** Fails with {@code file/not-found} for every file that shows no fact of this body. */
    public Mono<StoredFile> seenBy(Actor registrar, UUID bodyId, UUID fileId) {
        return bodies.get(bodyId).map(body -> body.seenBy(registrar)).flatMap(body -> shown(body, fileId));
    }

    /** The same, of the caller's own body. */
    public Mono<StoredFile> ofOwn(Actor actor, UUID fileId) {
        return Mono.fromCallable(actor::organization).flatMap(bodies::get).flatMap(body -> shown(body, fileId));
    }

    private Mono<StoredFile> shown(RegisteredBody body, UUID fileId) {
        return facts.refersTo(body.id(), fileId)
                .filter(refers -> refers)
                .flatMap(refers -> files.find(fileId))
                .switchIfEmpty(Mono.error(FileProblem.NOT_FOUND::raise));
    }
}
