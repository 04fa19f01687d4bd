package org.goufu.purchase.http;

import io.swagger.v3.oas.annotations.Operation;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.goufu.kernel.FieldProblem;
import org.goufu.kernel.Page;
import org.goufu.kernel.ProblemException;
import org.goufu.platform.http.HttpProblem;
import org.goufu.platform.http.Moments;
import org.goufu.platform.http.PageRequest;
import org.goufu.purchase.sql.NewestAsked;
import org.goufu.purchase.sql.NoticeDetails;
import org.goufu.purchase.sql.NoticeHit;
import org.goufu.purchase.sql.NoticeQueries;
import org.goufu.reference.Regions;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Published notices, read from the truth itself: they are there also while search is not. */
@RestController
@RequestMapping("/api/notices")
class NoticeController {
    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");
    /** The form needs its stylesheet and nothing else. */
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    private final NoticeQueries notices;
    private final Regions regions;
    private final Words words;
    private final String publicAddress;

    NoticeController(
            NoticeQueries notices,
            Regions regions,
            Words words,
            @Value("${goufu.public-address:}") String publicAddress) {
        this.notices = notices;
        this.regions = regions;
        this.words = words;
        this.publicAddress = publicAddress;
    }

    @GetMapping("/newest")
    @Operation(summary = "The newest notices of a region, also while search is away")
    Mono<Page<NoticeHit>> newest(
            @RequestParam(name = "region", required = false) @Nullable List<String> region,
            @RequestParam(name = "publishedFrom", required = false) @Nullable String publishedFrom,
            @RequestParam(name = "publishedTo", required = false) @Nullable String publishedTo,
            @RequestParam(name = "size", defaultValue = PageRequest.DEFAULT_SIZE) int size,
            @RequestParam(name = "after", required = false) @Nullable String after) {
        var page = PageRequest.of(size, after);
        var asked = new NewestAsked(
                known(region),
                moment("publishedFrom", publishedFrom, LocalTime.MIN),
                moment("publishedTo", publishedTo, LocalTime.MAX));
        return notices.newest(asked, page.size(), page.after());
    }

    @GetMapping("/{id}")
    @Operation(summary = "A notice whole, as it was published")
    Mono<NoticeDetails> read(@PathVariable UUID id, Locale locale) {
        return notices.details(id).map(notice -> notice.worded(words.requirements(locale)));
    }

    /** Official forms are Chinese, whoever prints them. */
    @GetMapping(value = "/{id}.html", produces = MediaType.TEXT_HTML_VALUE)
    @Operation(summary = "The official form of a notice, for printing")
    Mono<ResponseEntity<String>> print(@PathVariable UUID id) {
        return notices.details(id)
                .map(notice -> ResponseEntity.ok()
                        .contentType(HTML)
                        .header("Content-Security-Policy", POLICY)
                        .body(OfficialForm.of(notice, publicAddress)));
    }

    /** Without blanks: {@code region=} narrows nothing. */
    private List<String> known(@Nullable List<String> codes) {
        var given = codes == null
                ? List.<String>of()
                : codes.stream().filter(code -> !code.isBlank()).toList();
        if (given.stream().anyMatch(code -> regions.find(code).isEmpty())) throw invalid("region");
        return given;
    }

    private static @Nullable Instant moment(String name, @Nullable String value, LocalTime ofDay) {
        if (value == null || value.isBlank()) return null;
        try {
            return Moments.read(value.strip(), ofDay);
        } catch (DateTimeException unreadable) {
            throw invalid(name);
        }
    }

    private static ProblemException invalid(String name) {
        return HttpProblem.PARAMETER_INVALID.raise(List.of(FieldProblem.of(name, "invalid")), name);
    }
}
