package org.goufu.organization.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.goufu.organization.domain.ColumnMapping;
import org.goufu.organization.sql.ImportQueries;
import org.goufu.organization.sql.ImportRow;
import org.goufu.organization.sql.ImportSummary;
import org.goufu.platform.http.Texts;
import org.goufu.platform.sheets.SheetWriter;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The refused rows of an import as a workbook to mend and send again: as they were, with the reasons in a last column. */
@Component
class RefusedFile {
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final int PIECE = 1 << 16;

    private final ImportQueries queries;
    private final RowTexts rowTexts;
    private final Texts texts;

    RefusedFile(ImportQueries queries, RowTexts rowTexts, Texts texts) {
        this.queries = queries;
        this.rowTexts = rowTexts;
        this.texts = texts;
    }

    ResponseEntity<Flux<DataBuffer>> of(ImportSummary summary, Locale locale) {
        var sheet = texts.text("import-file.refused", locale);
        var name = summary.fileName().replaceFirst("\\.[^.]*$", "") + "-" + sheet + ".xlsx";
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content(summary, sheet, locale));
    }

    private Flux<DataBuffer> content(ImportSummary summary, String sheet, Locale locale) {
        return Flux.usingWhen(
                blocking(() -> Files.createTempFile("goufu-refused", ".part")),
                file -> write(summary, file, sheet, locale)
                        .thenMany(DataBufferUtils.read(file, DefaultDataBufferFactory.sharedInstance, PIECE)),
                file -> blocking(() -> Files.deleteIfExists(file)));
    }

    private Mono<Void> write(ImportSummary summary, Path file, String sheet, Locale locale) {
        return Mono.usingWhen(
                blocking(() -> new SheetWriter(file, sheet)),
                writer -> Flux.just(headings(summary.mapping(), locale))
                        .concatWith(queries.refused(summary.id()).map(row -> cells(summary.mapping(), row, locale)))
                        .publishOn(Schedulers.boundedElastic())
                        .doOnNext(cells -> write(writer, cells))
                        .then(),
                writer -> blocking(() -> {
                    writer.close();
                    return true;
                }));
    }

    private static void write(SheetWriter writer, List<String> cells) {
        try {
            writer.row(cells);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<String> headings(ColumnMapping mapping, Locale locale) {
        var headings = mapping.columns().stream()
                .map(ColumnMapping.Column::heading)
                .collect(Collectors.toCollection(ArrayList::new));
        headings.add(texts.text("import-column.reasons", locale));
        return headings;
    }

    /** A row may be shorter than the header; its reasons stand in their column all the same. */
    private List<String> cells(ColumnMapping mapping, ImportRow row, Locale locale) {
        var cells = new ArrayList<String>();
        for (int i = 0; i < mapping.columns().size(); i++) {
            cells.add(i < row.cells().size() ? row.cells().get(i) : "");
        }
        cells.add(rowTexts.of(row.problems(), locale).stream()
                .map(problem ->
                        problem.column().isEmpty() ? problem.detail() : problem.column() + "：" + problem.detail())
                .collect(Collectors.joining("\n")));
        return cells;
    }

    private static <T> Mono<T> blocking(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic());
    }
}
