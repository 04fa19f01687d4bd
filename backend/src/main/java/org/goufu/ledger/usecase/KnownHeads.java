package org.goufu.ledger.usecase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.goufu.ledger.domain.Checkpoint;
import org.goufu.ledger.domain.SignedNote;
import org.goufu.ledger.usecase.Log.Signed;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Signed heads outside the database, each in a file that is written once: what a backup that is put back cannot take away.
 *
 * <p>Heads that another key signed say nothing of this log.
 */
@Component
class KnownHeads {
    private static final Logger LOG = LoggerFactory.getLogger(KnownHeads.class);
    private static final String SUFFIX = ".checkpoint";

    private final Path folder;
    private final LedgerKey key;
    private final AtomicReference<@Nullable Checkpoint> last = new AtomicReference<>();

    KnownHeads(LedgerSettings settings, LedgerKey key) {
        this.folder = settings.headsDir();
        this.key = key;
    }

    /** Before a head is given out: what was shown to anybody is known here for ever. */
    Mono<Void> keep(Signed signed) {
        return Mono.<Void>fromRunnable(() -> write(signed))
                .subscribeOn(Schedulers.boundedElastic())
                .doOnSuccess(kept -> checkpoint(signed.note()).ifPresent(this::know));
    }

    /** The highest one that this instance signed, or found when it came up; empty when there is none. */
    Mono<Checkpoint> last() {
        return Mono.defer(() -> Mono.justOrEmpty(last.get()))
                .switchIfEmpty(Mono.defer(this::highest).doOnNext(this::know));
    }

    private void know(Checkpoint head) {
        last.accumulateAndGet(head, (one, other) -> one == null || other.size() > one.size() ? other : one);
    }

    /** The highest one; empty when none is kept. */
    Mono<Checkpoint> highest() {
        return Mono.fromCallable(this::read)
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(Mono::justOrEmpty);
    }

    private void write(Signed signed) {
        try {
            Files.createDirectories(folder);
            var file = folder.resolve("%019d%s".formatted(signed.size(), SUFFIX));
            if (Files.exists(file)) return;
            // Whole or not at all, also when the machine fails now. Another instance would write the same.
            var written = Files.createTempFile(folder, "head", ".part");
            Files.writeString(written, signed.note(), StandardOpenOption.WRITE, StandardOpenOption.SYNC);
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException("the ledger's head cannot be kept in " + folder, failure);
        }
    }

    private Optional<Checkpoint> read() throws IOException {
        if (!Files.isDirectory(folder)) return Optional.empty();
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted(Comparator.reverseOrder())
                    .map(this::checkpoint)
                    .flatMap(Optional::stream)
                    .findFirst();
        }
    }

    private Optional<Checkpoint> checkpoint(String note) {
        return SignedNote.open(note, key.verifier()).map(Checkpoint::read);
    }

    private Optional<Checkpoint> checkpoint(Path file) {
        try {
            var read = checkpoint(Files.readString(file));
            if (read.isEmpty()) LOG.warn("{} was signed by another key than goufu.ledger.key: it is passed over", file);
            return read;
        } catch (IllegalArgumentException unreadable) {
            LOG.warn("{} is no head of a ledger: it is passed over", file);
            return Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException("the ledger's head cannot be read from " + file, failure);
        }
    }
}
