package org.goufu.federation.http;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.goufu.federation.usecase.ReadWorklist;
import org.goufu.federation.usecase.ReadWorklist.Counts;
import org.goufu.federation.usecase.ReadWorklist.Item;
import org.goufu.federation.usecase.ReadWorklist.Matter;
import org.goufu.federation.usecase.ReadWorklist.Part;
import org.goufu.federation.usecase.ReadWorklist.Worklist;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Coded;
import org.goufu.kernel.Named;
import org.goufu.kernel.Page;
import org.goufu.organization.FilingWish;
import org.goufu.organization.Grade;
import org.goufu.organization.SpecialQualification;
import org.goufu.organization.TaxQualification;
import org.goufu.platform.http.PageRequest;
import org.goufu.reference.Regions;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What waits for whoever keeps a region. */
@RestController
class WorklistController {
    private final ReadWorklist read;
    private final Regions regions;

    WorklistController(ReadWorklist read, Regions regions) {
        this.read = read;
        this.regions = regions;
    }

    /**
     * One thing that waits.
     *
     * @param subjectId the filing, body or membership that it is about
     * @param day since when it waits, or when it ends; null for a conflict
     * @param wish what the group's contact asks for, null where nothing is asked
     * @param grade the one that ends, else null
     * @param qualification the one that ends, else null
     * @param tax the qualification that ends, else null
     * @param declared how many facts a body declared about itself, null where it is about none
     * @param word a filing's number, whoever leads several bodies, or a membership's federation; else null
     * @param others the further parties of a conflict
     */
    record WorkItem(
            Matter matter,
            UUID subjectId,
            String name,
            Coded region,
            @Nullable LocalDate day,
            @Nullable FilingWish wish,
            @Nullable Grade grade,
            @Nullable SpecialQualification qualification,
            @Nullable TaxQualification tax,
            @Nullable Integer declared,
            @Nullable String word,
            List<Named> others) {

        static WorkItem of(Item item, Coded region) {
            return new WorkItem(
                    item.matter(),
                    item.subjectId(),
                    item.name(),
                    region,
                    item.day(),
                    said(item, FilingWish::valueOf, Matter.REQUEST),
                    said(item, Grade::valueOf, Matter.GRADE_ENDS),
                    said(item, SpecialQualification::valueOf, Matter.QUALIFICATION_ENDS),
                    said(item, TaxQualification::valueOf, Matter.TAX_ENDS),
                    said(item, Integer::valueOf, Matter.DECLARATION),
                    said(
                            item,
                            word -> word,
                            Matter.FILING_ENDS,
                            Matter.SAME_LEADER,
                            Matter.SAME_HEAD,
                            Matter.MEMBERSHIP),
                    item.others());
        }

        /** The registry says in one word what exactly it is about; how that is to be read depends on the matter. */
        private static <T> @Nullable T said(Item item, Function<String, T> read, Matter... of) {
            var word = item.word();
            return word == null || !List.of(of).contains(item.matter()) ? null : read.apply(word);
        }
    }

    /** @param counts of all four lists, whichever is asked for */
    record WorkPage(
            Counts counts,
            List<WorkItem> items,
            long total,
            boolean totalIsLowerBound,
            @Nullable String next) {}

    @GetMapping("/api/registry/worklist")
    @Operation(
            summary =
                    "To review, expiring, in conflict, or without a federation: what the caller can do something about, in its region")
    Mono<WorkPage> worklist(
            Actor actor,
            @RequestParam(name = "list", defaultValue = "REVIEW") Part list,
            @RequestParam(name = "size", defaultValue = PageRequest.DEFAULT_SIZE) int size,
            @RequestParam(name = "after", required = false) @Nullable String after) {
        var page = PageRequest.of(size, after);
        return read.of(actor, list, Objects.requireNonNullElse(page.after(), ""), page.size() + 1)
                .map(found -> page(list, found, page.size()));
    }

    private WorkPage page(Part list, Worklist found, int size) {
        var page = Page.cut(found.items(), size, found.counts().of(list), item -> PageRequest.cursor(item.key()));
        return new WorkPage(
                found.counts(),
                page.items().stream()
                        .map(item -> WorkItem.of(item, regions.coded(item.regionCode())))
                        .toList(),
                page.total(),
                page.totalIsLowerBound(),
                page.next());
    }
}
