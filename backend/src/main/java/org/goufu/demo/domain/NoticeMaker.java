package org.goufu.demo.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goufu.demo.DemoPlan;
import org.goufu.purchase.NoticeContent;
import org.goufu.purchase.NoticeType;
import org.goufu.reference.Regions;
import org.goufu.reference.ServiceCategories;
import org.jspecify.annotations.Nullable;

/** Makes all purchases of the demo with their notices: first their lives, then the numbers in the order of time, then the texts. */
public final class NoticeMaker {
    private static final double OPEN = 0.08;
    /** At province scale a share would leave thousands open at once, and each open lot has more than a thousand matches. */
    private static final long MOST_OPEN = 600;

    private final List<DemoPurchase> purchases = new ArrayList<>();
    private final Map<String, Integer> last = new LinkedHashMap<>();
    private final FormMaker forms;

    /** A notice with the purchase that it belongs to. */
    public record Made(UUID id, NoticeContent content, UUID purchaseId, List<String> places, List<String> categories) {}

    /** What became of a procurement notice. */
    public record Outcome(UUID noticeId, String outcome, Instant at) {}

    public NoticeMaker(
            DemoPlan plan,
            Regions regions,
            ServiceCategories categories,
            List<DemoDepartment> departments,
            Providers providers) {
        var dice = Dice.of(plan, "notices");
        var maker = new PurchaseMaker(plan, dice, regions, categories, departments, providers);
        var lives = new LifeMaker(plan, dice, maker);
        this.forms = new FormMaker(regions, categories);
        int open = (int) Math.min(MOST_OPEN, Math.round(plan.scale().notices() * OPEN));
        int made = 0;
        while (made < plan.scale().notices()) {
            var purchase = made < open ? lives.open() : lives.past();
            if (!purchase.steps.isEmpty()) {
                purchases.add(purchase);
                made += purchase.steps.size();
            }
        }
        number();
    }

    public List<DemoPurchase> purchases() {
        return List.copyOf(purchases);
    }

    public List<Made> notices(DemoPurchase purchase) {
        // A result is found where its lots are, though it lists none itself.
        var places = purchase.lots.stream()
                .flatMap(lot -> lot.serviceRegionCodes().stream())
                .distinct()
                .toList();
        var categories = purchase.lots.stream()
                .map(NoticeContent.Lot::categoryCode)
                .distinct()
                .toList();
        return purchase.steps.stream()
                .map(step -> new Made(step.id, forms.notice(purchase, step), purchase.id, places, categories))
                .toList();
    }

    /** The last number given, by county and year. */
    public Map<String, Integer> lastNumbers() {
        return Map.copyOf(last);
    }

    public static UUID mainNotice(DemoPurchase purchase) {
        return purchase.main().id;
    }

    public static String state(DemoPurchase purchase) {
        if (purchase.has(NoticeType.TERMINATION)) {
            return "TERMINATED";
        }
        if (purchase.has(NoticeType.ACCEPTANCE)) {
            return "ACCEPTED";
        }
        if (purchase.has(NoticeType.CONTRACT)) {
            return "CONTRACTED";
        }
        return purchase.has(NoticeType.RESULT) ? "AWARDED" : "PUBLISHED";
    }

    /** Null while nothing has been decided, or when there was nothing to bid on. */
    public static @Nullable Outcome outcome(DemoPurchase purchase) {
        if (!purchase.has(NoticeType.PROCUREMENT)) {
            return null;
        }
        return purchase.steps.stream()
                .filter(step -> step.type == NoticeType.RESULT || step.type == NoticeType.TERMINATION)
                .findFirst()
                .map(step -> new Outcome(
                        purchase.main().id, step.type == NoticeType.RESULT ? "AWARDED" : "TERMINATED", step.at))
                .orElse(null);
    }

    private void number() {
        var projects = new HashMap<String, Integer>();
        record Due(DemoPurchase purchase, DemoPurchase.Step step) {}
        purchases.stream()
                .flatMap(purchase -> purchase.steps.stream().map(step -> new Due(purchase, step)))
                .sorted(Comparator.comparing(due -> due.step().at))
                .forEach(due -> {
                    var year = DemoPlan.year(due.step().at);
                    var key = due.purchase().county() + "-" + year;
                    due.step().number = "%s-%06d".formatted(key, last.merge(key, 1, Integer::sum));
                });
        for (var purchase : purchases) {
            var county = purchase.county();
            var year = DemoPlan.year(purchase.steps.getFirst().at);
            purchase.number = purchase.method.isBelowLimit()
                    ? "CG-" + purchase.main().number
                    : "N%s%d%06d".formatted(county, year, projects.merge(county + year, 1, Integer::sum));
        }
        purchases.sort(Comparator.comparing(purchase -> purchase.steps.getFirst().at));
    }
}
