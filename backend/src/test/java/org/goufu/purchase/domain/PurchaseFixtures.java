package org.goufu.purchase.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Role;
import org.goufu.purchase.BidPlace;
import org.goufu.purchase.Contact;
import org.goufu.purchase.Criterion;
import org.goufu.purchase.ProcurementMethod;
import org.goufu.purchase.Requirement;
import org.goufu.purchase.domain.Circumstances.Limits;
import org.goufu.purchase.domain.PublicationMedia.Medium;
import org.goufu.reference.WorkCalendar;

/** Purchases of a small street, one Thursday in November. */
public final class PurchaseFixtures {
    /** Thursday, ten in the morning in Chengdu. */
    public static final Instant NOW = Instant.parse("2026-11-19T02:00:00Z");

    public static final UUID DEPARTMENT = new UUID(1, 1);
    public static final String STREET = "510114008";
    public static final long LIMIT_FEN = 50_000_000;
    public static final long OPEN_TENDER_FEN = 400_000_000;
    public static final PublicationMedia MEDIA =
            new PublicationMedia(List.of(new Medium("四川政府采购网", List.of("ccgp-sichuan.gov.cn"))));
    public static final WorkCalendar CALENDAR = new WorkCalendar(
            Map.of(LocalDate.of(2027, 1, 1), false), LocalDate.of(2027, 12, 31), LocalDate.of(2026, 12, 31));
    /** The third working day after the publication is Tuesday, 24 November; Wednesday is surely enough. */
    public static final Instant WEDNESDAY = Instant.parse("2026-11-25T02:00:00Z");

    private PurchaseFixtures() {}

    public static Actor officer() {
        return person(2, Role.DEPARTMENT_OFFICER, DEPARTMENT);
    }

    public static Actor approver() {
        return person(3, Role.DEPARTMENT_APPROVER, DEPARTMENT);
    }

    public static Actor stranger() {
        return person(4, Role.DEPARTMENT_APPROVER, new UUID(9, 9));
    }

    public static Circumstances circumstances() {
        return new Circumstances(
                NOW, CALENDAR, new Limits(LIMIT_FEN, OPEN_TENDER_FEN), BidPlace.BELOW_LIMIT, MEDIA, Map.of());
    }

    public static Content lunches() {
        return due(WEDNESDAY);
    }

    /** The same with a lot of its own, for stores in which lots live on. */
    public static Content lunches(UUID lot) {
        var criteria = lunches().lots().getFirst().criteria();
        return content(WEDNESDAY, null, meals(lot, 9_800_000, criteria));
    }

    public static Content due(Instant deadline) {
        return content(
                deadline,
                null,
                9_800_000,
                List.of(criterion("报价", 15, Criterion.Kind.PRICE), criterion("服务方案", 85, Criterion.Kind.QUALITY)));
    }

    public static Content opening(Instant deadline, Instant opening) {
        return content(deadline, opening, 9_800_000, lunches().lots().getFirst().criteria());
    }

    public static Content costing(long fen) {
        return content(WEDNESDAY, null, fen, lunches().lots().getFirst().criteria());
    }

    public static Content scored(Criterion... criteria) {
        return content(WEDNESDAY, null, 9_800_000, List.of(criteria));
    }

    public static Criterion criterion(String name, int weight, Criterion.Kind kind) {
        return new Criterion(name, weight, kind);
    }

    public static Content empty() {
        return new ContentDraft().done();
    }

    public static Purchase draft() {
        return Purchase.drafted(new UUID(5, 5), officer(), lunches());
    }

    private static Content content(Instant deadline, Instant opening, long fen, List<Criterion> criteria) {
        return content(deadline, opening, meals(new UUID(6, 6), fen, criteria));
    }

    private static LotContent meals(UUID id, long fen, List<Criterion> criteria) {
        return new LotContent(
                id,
                "助餐服务",
                "A0402-01",
                List.of(STREET),
                fen,
                "每个工作日供餐，服务期十二个月。",
                List.of(Requirement.inspection(2025)),
                criteria,
                null);
    }

    private static Content content(Instant deadline, Instant opening, LotContent lot) {
        return new ContentDraft()
                .title("社区长者食堂助餐服务")
                .method(ProcurementMethod.BT_COMPARE)
                .region(STREET)
                .description("经居民议事会征求意见并做过需求调查，为辖区老人提供午餐，按季度开展满意度调查。")
                .lot(lot)
                .deadline(deadline)
                .opening(opening)
                .contact(new Contact("示例联系人", "028-00001234", null))
                .done();
    }

    private static Actor person(int id, Role role, UUID department) {
        return new Actor(
                new UUID(0, id), role.name().toLowerCase(Locale.ROOT), "示例", Set.of(role), department, null, null);
    }
}
