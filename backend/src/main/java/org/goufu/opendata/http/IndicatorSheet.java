package org.goufu.opendata.http;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goufu.opendata.sql.CommunityProgress;
import org.goufu.opendata.sql.RegionIndicators;
import org.goufu.platform.http.Texts;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Lays indicators out as comma-separated lines that office programs open as they are meant. */
@Component
class IndicatorSheet {
    /** Without it Excel reads UTF-8 as the system's own encoding. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final int LINES_AT_ONCE = 200;
    private static final List<String> COLUMNS = List.of(
            "region",
            "code",
            "streets",
            "federatedStreets",
            "registered",
            "filed",
            "active",
            "activeGroups",
            "serving",
            "unfederated",
            "urbanCommunities",
            "urbanActive",
            "urbanAverage",
            "urbanTarget",
            "urbanGap",
            "ruralCommunities",
            "ruralActive",
            "ruralAverage",
            "ruralTarget",
            "ruralGap");

    private final Texts texts;

    IndicatorSheet(Texts texts) {
        this.texts = texts;
    }

    Flux<String> lines(Flux<RegionIndicators> rows, Locale locale) {
        var head = BYTE_ORDER_MARK + line(COLUMNS.stream().map(column -> texts.text("indicators." + column, locale)));
        return Flux.concat(
                Flux.just(head),
                rows.map(row -> line(cells(row, locale))).buffer(LINES_AT_ONCE).map(lines -> String.join("", lines)));
    }

    private Stream<String> cells(RegionIndicators row, Locale locale) {
        var name = row.itself()
                ? texts.text("indicators.itself", locale, row.region().name())
                : row.region().name();
        var figures = Stream.of(
                row.streets(),
                row.federatedStreets(),
                row.registered(),
                row.filed(),
                row.active(),
                row.activeGroups(),
                row.serving(),
                row.unfederated());
        return Stream.of(
                        Stream.of(name, row.region().code()),
                        figures.map(String::valueOf),
                        cells(row.urban()),
                        cells(row.rural()))
                .flatMap(cells -> cells);
    }

    private static Stream<String> cells(CommunityProgress progress) {
        var average = progress.average();
        return Stream.of(
                String.valueOf(progress.communities()),
                String.valueOf(progress.active()),
                average == null ? "" : average.toPlainString(),
                String.valueOf(progress.target()),
                String.valueOf(progress.gap()));
    }

    private static String line(Stream<String> cells) {
        return cells.map(IndicatorSheet::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** A text that a spreadsheet would run as a formula is led by an apostrophe; quotes are doubled (RFC 4180). */
    static String cell(String text) {
        var safe = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
        return safe.matches("(?s).*[\",\\r\\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
