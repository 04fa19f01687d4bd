package org.goufu.search.http;

import java.util.List;
import java.util.UUID;
import org.goufu.kernel.Page;
import org.goufu.organization.BodyKind;
import org.goufu.organization.LegalForm;
import org.goufu.platform.http.PageRequest;
import org.goufu.reference.Regions;
import org.goufu.reference.ServiceCategories;
import org.goufu.search.query.OrganizationHit;
import org.goufu.search.query.OrganizationQuestion;
import org.goufu.search.query.OrganizationSearch;
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
    private enum Grade {
        A1,
        A2,
        A3,
        A4,
        A5
    }

    private enum Answer {
        FALSE,
        TRUE
    }

    private final OrganizationSearch search;
    private final Regions regions;
    private final ServiceCategories categories;

    OrganizationSearchController(OrganizationSearch search, Regions regions, ServiceCategories categories) {
        this.search = search;
        this.regions = regions;
        this.categories = categories;
    }

    @GetMapping
    Mono<Page<OrganizationHit>> find(
            @RequestParam(name = "q", required = false) @Nullable String q,
            @RequestParam(name = "region", required = false) @Nullable List<String> region,
            @RequestParam(name = "kind", required = false) @Nullable List<String> kind,
            @RequestParam(name = "legalForm", required = false) @Nullable List<String> legalForm,
            @RequestParam(name = "legalPerson", required = false) @Nullable String legalPerson,
            @RequestParam(name = "minGrade", required = false) @Nullable String minGrade,
            @RequestParam(name = "category", required = false) @Nullable List<String> category,
            @RequestParam(name = "federation", required = false) @Nullable List<UUID> federation,
            @RequestParam(name = "size", defaultValue = PageRequest.DEFAULT_SIZE) int size,
            @RequestParam(name = "after", required = false) @Nullable String after) {
        var page = PageRequest.of(size, after);
        return search.page(new OrganizationQuestion(
                Parameters.text(q),
                Parameters.codes("region", region, code -> regions.find(code).isPresent()),
                Parameters.constants("kind", kind, BodyKind.class),
                Parameters.constants("legalForm", legalForm, LegalForm.class),
                yesOrNo(legalPerson),
                minGrade(minGrade),
                Parameters.codes(
                        "category", category, code -> categories.find(code).isPresent()),
                federation == null ? List.of() : federation,
                page.size(),
                page.after()));
    }

    private static @Nullable Boolean yesOrNo(@Nullable String value) {
        var answer = Parameters.word("legalPerson", value, Answer.class);
        return answer == null ? null : answer == Answer.TRUE;
    }

    private static int minGrade(@Nullable String value) {
        return value == null || value.isBlank()
                ? 0
                : Parameters.constant("minGrade", value, Grade.class).ordinal() + 1;
    }
}
