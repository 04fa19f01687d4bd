package org.goufu.platform.files;

import java.util.Collection;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes files in and gives them out, a piece at a time. */
public interface FileStore {

    /**
     * Takes a file in. Until some module takes it over with {@link #keep} it is swept after a day.
     *
     * <p>The same file sent again by the same person before it is kept gives the one that is there. Fails with {@code
     * file/kind-not-taken}, {@code file/too-large} or {@code file/empty}, and then leaves nothing behind. Runs in transactions of its own, because
     * a slow line must hold no connection.
     */
    Mono<StoredFile> save(Actor uploader, Upload upload);

    /**
     * Keeps a file for as long as something refers to it, in the caller's transaction.
     *
     * <p>Fails with {@code file/not-found} when this person uploaded no such file, so that nobody can attach a stranger's.
     */
    Mono<StoredFile> keep(Actor uploader, UUID id);

    /** Empty when there is none, or when it has not arrived whole. */
    Mono<StoredFile> find(UUID id);

    /** In any order; unknown ids are left out. One statement. */
    Flux<StoredFile> findAll(Collection<UUID> ids);

    /** What is in it, in order; no connection is held while the reader is slow. */
    Flux<DataBuffer> content(StoredFile file);
}
