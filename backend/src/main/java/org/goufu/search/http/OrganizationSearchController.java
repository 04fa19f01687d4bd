package org.goufu.search.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.goufu.organization.BodyKind;
import org.goufu.organization.Grade;
import org.goufu.organization.LegalForm;
import org.goufu.organization.Standing;
import org.goufu.platform.http.PageRequest;
import org.goufu.reference.Regions;
import org.goufu.reference.ServiceCategories;
import org.goufu.search.query.BodyPage;
import org.goufu.search.query.OrganizationQuestion;
import org.goufu.search.query.OrganizationSearch;
import org.goufu.search.query.Suggestions;
import org.goufu.search.query.Suggestions.Suggestion;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Finding bodies of the registry. */
@RestController
@RequestMapping("/api/organizations")
class OrganizationSearchController {
    private enum Answer {
        FALSE,
        TRUE
    }

    /** What somebody who is typing may mean. */
    record Suggested(List<Suggestion> items) {}

    private final OrganizationSearch search;
    private final Suggestions suggestions;
    private final Regions regions;
    private final ServiceCategories categories;

    OrganizationSearchController(
            OrganizationSearch search, Suggestions suggestions, Regions regions, ServiceCategories categories) {
        this.search = search;
        this.suggestions = suggestions;
        this.regions = regions;
        this.categories = categories;
    }

    @GetMapping
    @Operation(summary = "Bodies of the registry by name, sound, abbreviation or number, with facets")
    Mono<BodyPage> find(
            @RequestParam(name = "q", required = false) @Nullable String q,
            @RequestParam(name = "region", required = false) @Nullable List<String> region,
            @Parameter(array = @ArraySchema(schema = @Schema(implementation = BodyKind.class)))
                    @RequestParam(name = "kind", required = false)
                    @Nullable
                    List<String> kind,
            @Parameter(array = @ArraySchema(schema = @Schema(implementation = LegalForm.class)))
                    @RequestParam(name = "legalForm", required = false)
                    @Nullable
                    List<String> legalForm,
            @Parameter(schema = @Schema(implementation = Boolean.class))
                    @RequestParam(name = "legalPerson", required = false)
                    @Nullable
                    String legalPerson,
            @Parameter(schema = @Schema(implementation = Grade.class))
                    @RequestParam(name = "minGrade", required = false)
                    @Nullable
                    String minGrade,
            @RequestParam(name = "category", required = false) @Nullable List<String> category,
            @RequestParam(name = "federation", required = false) @Nullable List<UUID> federation,
            @Parameter(schema = @Schema(implementation = Boolean.class))
                    @RequestParam(name = "federated", required = false)
                    @Nullable
                    String federated,
            @Parameter(array = @ArraySchema(schema = @Schema(implementation = Standing.class)))
                    @RequestParam(name = "status", required = false)
                    @Nullable
                    List<String> status,
            @Parameter(schema = @Schema(allowableValues = {"relevance", "region", "name", "grade"}))
                    @RequestParam(name = "sort", required = false)
                    @Nullable
                    String sort,
            @RequestParam(name = "size", defaultValue = PageRequest.DEFAULT_SIZE) int size,
            @RequestParam(name = "after", required = false) @Nullable String after,
            Locale locale) {
        var page = PageRequest.of(size, after);
        var question = new OrganizationQuestion(
                Parameters.text(q),
                Parameters.codes("region", region, code -> regions.find(code).isPresent()),
                Parameters.constants("kind", kind, BodyKind.class),
                Parameters.constants("legalForm", legalForm, LegalForm.class),
                yesOrNo("legalPerson", legalPerson),
                minGrade(minGrade),
                Parameters.constants("status", status, Standing.class),
                Parameters.codes(
                        "category", category, code -> categories.find(code).isPresent()),
                federation == null ? List.of() : federation,
                yesOrNo("federated", federated),
                Parameters.word("sort", sort, OrganizationQuestion.Sort.class),
                page.size(),
                page.after());
        return search.page(question, locale);
    }

    @GetMapping("/suggestions")
    @Operation(summary = "Bodies, places and services that somebody who is typing may mean")
    Mono<Suggested> suggest(@RequestParam(name = "q", required = false) @Nullable String q) {
        return suggestions.ofBodies(Parameters.text(q)).map(Suggested::new);
    }

    private static @Nullable Boolean yesOrNo(String name, @Nullable String value) {
        var answer = Parameters.word(name, value, Answer.class);
        return answer == null ? null : answer == Answer.TRUE;
    }

    private static int minGrade(@Nullable String value) {
        return value == null || value.isBlank()
                ? 0
                : Parameters.constant("minGrade", value, Grade.class).level();
    }
}
