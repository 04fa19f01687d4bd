package org.goufu.purchase.http;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.goufu.kernel.FieldProblem;
import org.goufu.kernel.Page;
import org.goufu.platform.http.HttpProblem;
import org.goufu.platform.http.PageRequest;
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
    Mono<Page<NoticeHit>> newest(
            @RequestParam(name = "region", required = false) @Nullable String region,
            @RequestParam(name = "size", defaultValue = PageRequest.DEFAULT_SIZE) int size,
            @RequestParam(name = "after", required = false) @Nullable String after) {
        var page = PageRequest.of(size, after);
        return notices.newest(known(region), page.size(), page.after());
    }

    @GetMapping("/{id}")
    Mono<NoticeDetails> read(@PathVariable UUID id, Locale locale) {
        return notices.details(id).map(notice -> notice.worded(words.requirements(locale)));
    }

    /** Official forms are Chinese, whoever prints them. */
    @GetMapping(value = "/{id}.html", produces = MediaType.TEXT_HTML_VALUE)
    Mono<ResponseEntity<String>> print(@PathVariable UUID id) {
        return notices.details(id)
                .map(notice -> ResponseEntity.ok()
                        .contentType(HTML)
                        .header("Content-Security-Policy", POLICY)
                        .body(OfficialForm.of(notice, publicAddress)));
    }

    private String known(@Nullable String region) {
        if (region == null || region.isEmpty()) {
            return "";
        }
        if (regions.find(region).isEmpty()) {
            throw HttpProblem.PARAMETER_INVALID.raise(List.of(FieldProblem.of("region", "invalid")), "region");
        }
        return region;
    }
}
