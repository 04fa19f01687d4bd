package org.goufu.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.goufu.GoufuIT;
import org.goufu.TestHouse;
import org.goufu.purchase.CanonicalNotice;
import org.goufu.purchase.NoticeType;
import org.goufu.purchase.PublishedLot;
import org.goufu.purchase.PublishedNotice;
import org.goufu.purchase.PurchaseDirectory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

/** The demo's notices are what the platform itself could have published or taken over. */
@GoufuIT
class DemoNoticesIT {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Autowired
    TestHouse house;

    @Autowired
    PurchaseDirectory purchases;

    @Autowired
    DatabaseClient database;

    @Test
    void coverEveryTypeAndLeaveSomethingOpen() {
        var notices = all();
        assertThat(notices).hasSizeGreaterThanOrEqualTo(300);
        assertThat(notices)
                .extracting(PublishedNotice::type)
                .contains(
                        NoticeType.INTENTION,
                        NoticeType.PROCUREMENT,
                        NoticeType.RESULT,
                        NoticeType.CONTRACT,
                        NoticeType.ACCEPTANCE,
                        NoticeType.TERMINATION);
        var open = Objects.requireNonNull(
                purchases.openLotsAfter(null, 1_000).collectList().block(LIMIT));
        assertThat(open).hasSizeGreaterThan(15).allMatch(PublishedLot::open);
        assertThat(open)
                .isSortedAccordingTo(
                        (one, other) -> one.id().toString().compareTo(other.id().toString()));
    }

    @Test
    void carryTheDigestOfTheirCanonicalText() {
        var rows = Objects.requireNonNull(database.sql("select content, digest from purchase.notice limit 200")
                .map(row -> List.of(
                        String.valueOf(row.get("content", String.class)),
                        HexFormat.of().formatHex(Objects.requireNonNull(row.get("digest", byte[].class)))))
                .all()
                .collectList()
                .block(LIMIT));
        assertThat(rows).allSatisfy(row -> {
            var again = CanonicalNotice.text(CanonicalNotice.read(row.getFirst()));
            assertThat(again).isEqualTo(row.getFirst());
            assertThat(HexFormat.of().formatHex(CanonicalNotice.digest(again))).isEqualTo(row.getLast());
        });
    }

    @Test
    void areReadAsPagesAndPrintedAsForms() {
        for (var notice : all().stream().limit(40).toList()) {
            house.anonymous()
                    .get()
                    .uri("/api/notices/{id}", notice.id())
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody(String.class)
                    .value(body -> assertThat(body).isNotEmpty());
            house.anonymous()
                    .get()
                    .uri("/api/notices/{id}.html", notice.id())
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody(String.class)
                    .value(body -> assertThat(body).isNotEmpty());
            house.anonymous()
                    .get()
                    .uri("/api/purchases/{id}", notice.purchaseId())
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody(String.class)
                    .value(body -> assertThat(body).isNotEmpty());
        }
    }

    /** Whoever sees that nobody answered must be able to say so. */
    @Test
    void haveABoxWhereBidsAreGivenHere() {
        var open = purchases
                .openLotsAfter(null, 1_000)
                .filter(lot -> lot.method().isBelowLimit())
                .map(PublishedLot::id)
                .collectList()
                .block(LIMIT);
        var boxes = database.sql("select lot from bidding.box")
                .mapValue(UUID.class)
                .all()
                .collectList()
                .block(LIMIT);
        assertThat(open).isNotEmpty();
        assertThat(boxes).containsAll(open);
    }

    private List<PublishedNotice> all() {
        return Objects.requireNonNull(
                purchases.noticesAfter(null, 1_000).collectList().block(LIMIT));
    }
}
