package org.goufu.purchase.domain;

import static org.goufu.purchase.domain.PurchaseFixtures.CALENDAR;
import static org.goufu.purchase.domain.PurchaseFixtures.LIMIT_FEN;
import static org.goufu.purchase.domain.PurchaseFixtures.MEDIA;
import static org.goufu.purchase.domain.PurchaseFixtures.NOW;
import static org.goufu.purchase.domain.PurchaseFixtures.OPEN_TENDER_FEN;
import static org.goufu.purchase.domain.PurchaseFixtures.criterion;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goufu.purchase.BidPlace;
import org.goufu.purchase.Contact;
import org.goufu.purchase.Criterion;
import org.goufu.purchase.Criterion.Kind;
import org.goufu.purchase.MethodGround;
import org.goufu.purchase.ProcurementMethod;
import org.goufu.purchase.Statutory;
import org.goufu.purchase.Statutory.Documents;
import org.goufu.purchase.Statutory.Intention;
import org.goufu.purchase.Statutory.MethodApproval;
import org.goufu.purchase.Statutory.OfficialPublication;
import org.goufu.purchase.domain.Circumstances.Limits;
import org.jspecify.annotations.Nullable;

/** Calls above the purchase limit that the portal published on a Wednesday, one day before they are repeated here. */
final class StatutoryFixtures {
    /** Wednesday, 18 November 2026, nine in the morning. */
    static final Instant OFFICIALLY = Instant.parse("2026-11-18T01:00:00Z");

    static final OfficialPublication OFFICIAL =
            new OfficialPublication("四川政府采购网", "https://www.ccgp-sichuan.gov.cn/notices/1", "51000000-1", OFFICIALLY);
    /** Seven working days after it. */
    static final Instant OFFERED_TO = Instant.parse("2026-11-27T09:00:00Z");

    private StatutoryFixtures() {}

    /** Thursday, 31 December: more than forty days after the documents are had. */
    static Content of(ProcurementMethod method) {
        return of(method, Instant.parse("2026-12-31T02:00:00Z"), 60_000_000, said(method));
    }

    static Content due(ProcurementMethod method, Instant deadline) {
        return of(method, deadline, 60_000_000, said(method));
    }

    static Content costing(ProcurementMethod method, long fen, @Nullable MethodApproval approval) {
        var said = said(method);
        return of(
                method,
                Instant.parse("2026-12-31T02:00:00Z"),
                fen,
                new Statutory(
                        said.projectCode(),
                        said.officialPublication(),
                        said.ground(),
                        approval,
                        said.intention(),
                        null,
                        said.documents(),
                        said.contractTerm(),
                        said.submissionPlace(),
                        said.openingPlace(),
                        null,
                        null));
    }

    static Content announced(@Nullable Intention intention, @Nullable String exempt) {
        var said = said(ProcurementMethod.CONSULTATION);
        return saying(new Statutory(
                said.projectCode(),
                said.officialPublication(),
                said.ground(),
                null,
                intention,
                exempt,
                said.documents(),
                said.contractTerm(),
                said.submissionPlace(),
                said.openingPlace(),
                null,
                null));
    }

    static Content published(@Nullable OfficialPublication official) {
        return offered(official, documents(OFFICIALLY, OFFERED_TO));
    }

    static Content offered(Instant from, Instant to) {
        return offered(OFFICIAL, documents(from, to));
    }

    static Content saying(@Nullable Statutory said) {
        return of(ProcurementMethod.CONSULTATION, Instant.parse("2026-12-31T02:00:00Z"), 60_000_000, said);
    }

    static Circumstances elsewhere() {
        return in(BidPlace.NOT_DESIGNATED);
    }

    static Circumstances in(BidPlace bids) {
        return new Circumstances(NOW, CALENDAR, new Limits(LIMIT_FEN, OPEN_TENDER_FEN), bids, MEDIA, Map.of());
    }

    static Statutory said(ProcurementMethod method) {
        return new Statutory(
                "N5101142026000123",
                OFFICIAL,
                MethodGround.of(method).stream().findFirst().orElse(null),
                null,
                new Intention("51000000-0", LocalDate.of(2026, 10, 9)),
                null,
                documents(OFFICIALLY, OFFERED_TO),
                "自合同签订之日起十二个月",
                "四川政府采购一体化平台",
                "四川政府采购一体化平台",
                null,
                null);
    }

    private static Content offered(@Nullable OfficialPublication official, Documents documents) {
        var said = said(ProcurementMethod.CONSULTATION);
        return saying(new Statutory(
                said.projectCode(),
                official,
                said.ground(),
                null,
                said.intention(),
                null,
                documents,
                said.contractTerm(),
                said.submissionPlace(),
                said.openingPlace(),
                null,
                null));
    }

    private static Documents documents(Instant from, Instant to) {
        return new Documents(from, to, "四川政府采购一体化平台", "登录后免费下载", 0L);
    }

    static Content of(ProcurementMethod method, Instant deadline, long fen, @Nullable Statutory said) {
        List<Criterion> criteria = method == ProcurementMethod.NEGOTIATION
                ? List.of()
                : List.of(criterion("报价", 15, Kind.PRICE), criterion("服务方案", 85, Kind.QUALITY));
        return new ContentDraft()
                .title("社工站运营服务")
                .method(method)
                .region(PurchaseFixtures.STREET)
                .description("经居民议事会征求意见并做过需求调查，运营街道社工站，按季度开展满意度调查。")
                .lot(new LotContent(
                        new UUID(7, 7),
                        "社工站运营",
                        "A0402-01",
                        List.of(PurchaseFixtures.STREET),
                        fen,
                        "驻站服务，服务期十二个月。",
                        List.of(),
                        criteria,
                        null))
                .deadline(deadline)
                .contact(new Contact("示例联系人", "028-00001234", null))
                .statutory(said)
                .done();
    }
}
