package org.goufu.opendata.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.goufu.kernel.FieldProblem;
import org.goufu.kernel.ProblemException;
import org.goufu.opendata.sql.IndicatorOrder;
import org.goufu.opendata.sql.IndicatorPage;
import org.goufu.opendata.sql.IndicatorQueries;
import org.goufu.opendata.sql.IndicatorQueries.Question;
import org.goufu.opendata.sql.IndicatorTrend;
import org.goufu.platform.http.HttpProblem;
import org.goufu.platform.http.PageRequest;
import org.goufu.reference.Region;
import org.goufu.reference.Regions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The indicators of the plan, region by region, for everybody. */
@RestController
class IndicatorController {
    private static final String PROVINCE = "51";
    private static final int LOWEST = 5;
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final IndicatorQueries indicators;
    private final IndicatorSheet sheet;
    private final Regions regions;

    IndicatorController(IndicatorQueries indicators, IndicatorSheet sheet, Regions regions) {
        this.indicators = indicators;
        this.sheet = sheet;
        this.regions = regions;
    }

    @GetMapping("/api/indicators")
    @Operation(summary = "Community organizations of a region and of the regions in it, against the plan's targets")
    Mono<IndicatorPage> page(
            @RequestParam(name = "region", defaultValue = PROVINCE) String region,
            @RequestParam(name = "level", required = false) @Nullable Integer level,
            @RequestParam(name = "day", required = false) @Nullable String day,
            @RequestParam(name = "sort", required = false) @Nullable String sort,
            @RequestParam(name = "size", defaultValue = PageRequest.DEFAULT_SIZE) int size,
            @RequestParam(name = "after", required = false) @Nullable String after) {
        return indicators.page(question(region, level, day, sort), PageRequest.of(size, after));
    }

    @GetMapping("/api/indicators/trend")
    @Operation(summary = "A region's figures on the first of each month of the last year and today")
    Mono<IndicatorTrend> trend(@RequestParam(name = "region", defaultValue = PROVINCE) String region) {
        return indicators.trend(known(region));
    }

    @GetMapping("/api/indicators.csv")
    @Operation(
            summary = "The same figures as a sheet, all rows, in the order asked for",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "UTF-8 with a byte order mark, as spreadsheets read it",
                            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string"))))
    Mono<ResponseEntity<Flux<String>>> csv(
            @RequestParam(name = "region", defaultValue = PROVINCE) String region,
            @RequestParam(name = "level", required = false) @Nullable Integer level,
            @RequestParam(name = "day", required = false) @Nullable String day,
            @RequestParam(name = "sort", required = false) @Nullable String sort,
            Locale locale) {
        var ask = question(region, level, day, sort);
        var name = "goufu-indicators-" + ask.region().code() + ".csv";
        return indicators
                .sheet(ask)
                .map(rows -> ResponseEntity.ok()
                        .contentType(CSV)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename(name)
                                        .build()
                                        .toString())
                        .body(sheet.lines(rows, locale)));
    }

    private Question question(String region, @Nullable Integer level, @Nullable String day, @Nullable String sort) {
        var known = known(region);
        int least = Math.min(LOWEST, known.level() + 1);
        if (level != null && (level < least || level > LOWEST)) {
            throw refused("level", FieldProblem.of("level", "range", least, LOWEST));
        }
        return new Question(known, level == null ? least : level, date(day), order(sort));
    }

    private Region known(String code) {
        return regions.find(code).orElseThrow(() -> refused("region", FieldProblem.of("region", "code-unknown", code)));
    }

    private static @Nullable LocalDate date(@Nullable String day) {
        if (day == null || day.isBlank()) return null;
        try {
            return LocalDate.parse(day);
        } catch (DateTimeParseException unreadable) {
            throw refused("day", FieldProblem.of("day", "invalid"));
        }
    }

    private static IndicatorOrder order(@Nullable String sort) {
        if (sort == null || sort.isBlank()) return IndicatorOrder.CODE;
        for (var order : IndicatorOrder.values()) {
            if (order.name().toLowerCase(Locale.ROOT).equals(sort)) return order;
        }
        throw refused("sort", FieldProblem.of("sort", "code-unknown", sort));
    }

    private static ProblemException refused(String name, FieldProblem field) {
        return HttpProblem.PARAMETER_INVALID.raise(List.of(field), name);
    }
}
