package org.goufu.bidding.usecase;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Role;
import org.goufu.ledger.Ledger;
import org.goufu.matching.Quiet;
import org.goufu.organization.OrganizationDirectory;
import org.goufu.purchase.LotTerms;
import org.goufu.purchase.Outcomes;
import org.goufu.purchase.ProcurementMethod;
import org.goufu.purchase.PurchaseDirectory;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class BeginOpeningTests {
    private static final UUID LOT = new UUID(1, 1);
    private static final UUID DEPARTMENT = new UUID(1, 2);
    private static final Actor OFFICER =
            new Actor(new UUID(1, 3), "o", "某人", Set.of(Role.DEPARTMENT_OFFICER), DEPARTMENT, null, null);
    private static final LotTerms TERMS = new LotTerms(
            LOT,
            1,
            "助餐",
            new UUID(1, 4),
            "1",
            new UUID(1, 5),
            DEPARTMENT,
            ProcurementMethod.BT_COMPARE,
            List.of(),
            1,
            1,
            Instant.EPOCH,
            true,
            false,
            false,
            null,
            false);

    /** Answers every question alike; of nothing else anything may be asked. */
    private static <T> T answering(Class<T> type, String method, Object answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, asked, with) -> {
            if (asked.getName().equals(method)) return answer;
            throw new AssertionError(asked);
        }));
    }

    private static <T> T untouched(Class<T> type) {
        return answering(type, "", "");
    }

    /** It can be terminated between its stages. */
    @Test
    void thePricesOfALotThatEndedStaySealed() {
        var purchases = answering(PurchaseDirectory.class, "terms", Mono.just(TERMS));
        var begin = new BeginOpening(
                untouched(SealedBoxes.class),
                untouched(Openings.class),
                untouched(Stages.class),
                purchases,
                answering(Outcomes.class, "isDecided", Mono.just(true)),
                untouched(OrganizationDirectory.class),
                untouched(Ledger.class),
                new TellOpening(purchases, untouched(Shares.class), new Quiet.Told()),
                new OpeningSettings(Duration.ZERO, Duration.ZERO),
                new Quiet.Clock(),
                Quiet.transactions());
        StepVerifier.create(begin.prices(OFFICER, LOT))
                .expectErrorMessage("opening/purchase-over")
                .verify();
    }
}
