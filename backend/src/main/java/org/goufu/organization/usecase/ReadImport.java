package org.goufu.organization.usecase;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.goufu.organization.domain.Authorities;
import org.goufu.organization.domain.ColumnMapping;
import org.goufu.organization.domain.ImportProblem;
import org.goufu.organization.domain.RegistryImport;
import org.goufu.organization.domain.RowReader;
import org.goufu.platform.files.FileProblem;
import org.goufu.platform.files.FileStore;
import org.goufu.platform.sheets.SheetLimits;
import org.goufu.platform.sheets.SheetReader;
import org.goufu.platform.sheets.SheetRow;
import org.goufu.reference.Regions;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Reads an uploaded file into rows that can be compared; a row at a time, off the event loop. */
@Component
class ReadImport {
    static final int MOST_ROWS = 100_000;
    static final int HEADER_WITHIN = 20;
    private static final int MOST_COLUMNS = 200;
    private static final long MOST_INFLATED = 768L << 20;
    private static final SheetLimits LIMITS = new SheetLimits(MOST_ROWS, HEADER_WITHIN, MOST_COLUMNS, MOST_INFLATED);

    private final FileStore files;
    private final StagedRows staged;
    private final Regions regions;

    ReadImport(FileStore files, StagedRows staged, Regions regions) {
        this.files = files;
        this.staged = staged;
        this.regions = regions;
    }

    /** What was read. */
    record Read(ColumnMapping mapping, int rows) {}

    /**
     * Fails with a {@code sheet/…} problem, or with {@code import/no-header}; then no row is kept.
     *
     * @param done counts the rows while they are read
     */
    Mono<Read> of(RegistryImport work, LocalDate today, AtomicInteger done) {
        return Mono.usingWhen(
                temporary(),
                file -> copy(work, file).then(staged.stage(work.id(), sink -> read(work, today, file, sink, done))),
                file -> Mono.fromCallable(() -> Files.deleteIfExists(file)).subscribeOn(Schedulers.boundedElastic()));
    }

    private static Mono<Path> temporary() {
        return Mono.fromCallable(() -> Files.createTempFile("goufu-import", ".part"))
                .subscribeOn(Schedulers.boundedElastic());
    }

    private Mono<Void> copy(RegistryImport work, Path file) {
        return files.find(work.fileId())
                .switchIfEmpty(Mono.error(FileProblem.NOT_FOUND::raise))
                .flatMap(stored -> DataBufferUtils.write(files.content(stored), file));
    }

    private Read read(RegistryImport work, LocalDate today, Path file, StagedRows.Sink sink, AtomicInteger done)
            throws IOException {
        var rows = new Rows(work, today, sink, done);
        SheetReader.read(file, work.fileName(), LIMITS, rows::take);
        return rows.end();
    }

    /** Looks for the header first, and understands every row behind it. */
    private final class Rows {
        private final RegistryImport work;
        private final LocalDate today;
        private final StagedRows.Sink sink;
        private final AtomicInteger done;
        private @Nullable RowReader reader;
        private @Nullable ColumnMapping mapping;

        Rows(RegistryImport work, LocalDate today, StagedRows.Sink sink, AtomicInteger done) {
            this.work = work;
            this.today = today;
            this.sink = sink;
            this.done = done;
        }

        void take(SheetRow row) throws IOException {
            if (reader == null) {
                header(row);
            } else if (!reader.isUnderTheTable(row.cells())) {
                sink.take(reader.read(row.number(), row.cells(), row.formulas()));
                done.incrementAndGet();
            }
        }

        private void header(SheetRow row) {
            if (row.number() > HEADER_WITHIN) throw ImportProblem.NO_HEADER.raise(HEADER_WITHIN);
            var chosen = work.mapping();
            mapping = chosen == null
                    ? ColumnMapping.guess(row.number(), row.cells()).orElse(null)
                    : chosen.headerRow() == row.number() ? chosen : null;
            if (mapping != null) {
                reader = new RowReader(work.kind(), mapping, new Authorities(regions), work.region(), today);
            }
        }

        Read end() {
            if (mapping == null) throw ImportProblem.NO_HEADER.raise(HEADER_WITHIN);
            return new Read(mapping, done.get());
        }
    }
}
