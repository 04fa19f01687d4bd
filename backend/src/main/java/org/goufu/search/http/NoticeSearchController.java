package org.goufu.search.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.goufu.platform.http.PageRequest;
import org.goufu.purchase.NoticeStatus;
import org.goufu.purchase.NoticeType;
import org.goufu.purchase.ProcurementMethod;
import org.goufu.reference.Regions;
import org.goufu.reference.ServiceCategories;
import org.goufu.search.query.NoticePage;
import org.goufu.search.query.NoticeQuestion;
import org.goufu.search.query.NoticeSearch;
import org.goufu.search.query.Suggestions;
import org.goufu.search.query.Suggestions.Suggestion;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Finding notices. */
@RestController
@RequestMapping("/api/notices")
class NoticeSearchController {
    private final NoticeSearch search;
    private final Suggestions suggestions;
    private final Regions regions;
    private final ServiceCategories categories;

    NoticeSearchController(
            NoticeSearch search, Suggestions suggestions, Regions regions, ServiceCategories categories) {
        this.search = search;
        this.suggestions = suggestions;
        this.regions = regions;
        this.categories = categories;
    }

    /** What somebody who is typing may mean. */
    record Suggested(List<Suggestion> items) {}

    @GetMapping
    @Operation(summary = "Finds notices, with facets of the whole result")
    Mono<NoticePage> find(
            @RequestParam(name = "q", required = false) @Nullable String q,
            @Parameter(array = @ArraySchema(schema = @Schema(implementation = NoticeType.class)))
                    @RequestParam(name = "type", required = false)
                    @Nullable
                    List<String> type,
            @RequestParam(name = "region", required = false) @Nullable List<String> region,
            @RequestParam(name = "category", required = false) @Nullable List<String> category,
            @Parameter(array = @ArraySchema(schema = @Schema(implementation = ProcurementMethod.class)))
                    @RequestParam(name = "method", required = false)
                    @Nullable
                    List<String> method,
            @Parameter(array = @ArraySchema(schema = @Schema(implementation = NoticeStatus.class)))
                    @RequestParam(name = "status", required = false)
                    @Nullable
                    List<String> status,
            @RequestParam(name = "minAmountFen", required = false) @Nullable Long minAmountFen,
            @RequestParam(name = "maxAmountFen", required = false) @Nullable Long maxAmountFen,
            @RequestParam(name = "publishedFrom", required = false) @Nullable String publishedFrom,
            @RequestParam(name = "publishedTo", required = false) @Nullable String publishedTo,
            @RequestParam(name = "deadlineFrom", required = false) @Nullable String deadlineFrom,
            @RequestParam(name = "deadlineTo", required = false) @Nullable String deadlineTo,
            @RequestParam(name = "department", required = false) @Nullable List<UUID> department,
            @Parameter(schema = @Schema(allowableValues = {"relevance", "published", "deadline", "amount"}))
                    @RequestParam(name = "sort", required = false)
                    @Nullable
                    String sort,
            @RequestParam(name = "size", defaultValue = PageRequest.DEFAULT_SIZE) int size,
            @RequestParam(name = "after", required = false) @Nullable String after,
            Locale locale) {
        var page = PageRequest.of(size, after);
        var question = new NoticeQuestion(
                Parameters.text(q),
                Parameters.constants("type", type, NoticeType.class),
                Parameters.codes("region", region, code -> regions.find(code).isPresent()),
                Parameters.codes(
                        "category", category, code -> categories.find(code).isPresent()),
                Parameters.constants("method", method, ProcurementMethod.class),
                Parameters.constants("status", status, NoticeStatus.class),
                Parameters.fen("minAmountFen", minAmountFen),
                Parameters.fen("maxAmountFen", maxAmountFen),
                Parameters.span("publishedFrom", publishedFrom, "publishedTo", publishedTo),
                Parameters.span("deadlineFrom", deadlineFrom, "deadlineTo", deadlineTo),
                department == null ? List.of() : department,
                Parameters.word("sort", sort, NoticeQuestion.Sort.class),
                page.size(),
                page.after());
        return search.page(question, locale);
    }

    @GetMapping("/suggestions")
    @Operation(summary = "What somebody who is typing may mean")
    Mono<Suggested> suggest(@RequestParam(name = "q", required = false) @Nullable String q) {
        return suggestions.of(Parameters.text(q)).map(Suggested::new);
    }
}
