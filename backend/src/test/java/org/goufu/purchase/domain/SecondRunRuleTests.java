package org.goufu.purchase.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goufu.purchase.Finding;
import org.goufu.purchase.ProcurementMethod;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Two suffice in a second run of what too few came for, and of nothing else (domain.md 1.9). */
class SecondRunRuleTests {
    private static final UUID FAILED = new UUID(0, 1);
    private static final Map<UUID, FailedLot> KNOWN = Map.of(
            FAILED,
            new FailedLot(
                    FAILED, new UUID(0, 2), "510114-2026-000001", "助餐服务", "A0402-01", ProcurementMethod.BT_COMPARE));

    private static List<String> check(@Nullable UUID repeats, String category) {
        var lot =
                new LotContent(new UUID(0, 3), "助餐服务", category, List.of(), null, null, List.of(), List.of(), repeats);
        var content =
                new ContentDraft().method(ProcurementMethod.BT_COMPARE).lot(lot).done();
        return SecondRunRule.check(content, KNOWN).stream().map(Finding::code).toList();
    }

    @Test
    void aFirstRunNeedsNothing() {
        assertThat(check(null, "A0402-01")).isEmpty();
    }

    @Test
    void theSameServiceMayBeCalledForAgain() {
        assertThat(check(FAILED, "A0402-01")).isEmpty();
    }

    @Test
    void anotherServiceIsNoSecondRun() {
        assertThat(check(FAILED, "A0501-01")).containsExactly("second-run-of-another");
    }

    @Test
    void whatDidNotFailIsNotRepeated() {
        assertThat(check(new UUID(0, 9), "A0402-01")).containsExactly("second-run-of-none");
    }
}
