package org.goufu.purchase.http;

import io.swagger.v3.oas.annotations.Operation;
import org.goufu.organization.RegistryCounts;
import org.goufu.purchase.sql.NoticeQueries;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The figures of the home page. */
@RestController
@RequestMapping("/api/statistics")
class StatisticsController {
    private final NoticeQueries notices;
    private final RegistryCounts registry;

    StatisticsController(NoticeQueries notices, RegistryCounts registry) {
        this.notices = notices;
        this.registry = registry;
    }

    /** What is open, how much, and who is there. */
    record Statistics(
            long openNotices,
            long openAmountFen,
            long publishedLast7Days,
            long organizations,
            long filedGroups,
            long federations) {}

    @GetMapping
    @Operation(summary = "The figures of the home page")
    Mono<Statistics> read() {
        return notices.figures()
                .zipWith(
                        registry.count(),
                        (figures, counts) -> new Statistics(
                                figures.openNotices(),
                                figures.openAmountFen(),
                                figures.publishedLast7Days(),
                                counts.organizations(),
                                counts.filedGroups(),
                                counts.federations()));
    }
}
