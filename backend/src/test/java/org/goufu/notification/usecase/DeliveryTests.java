package org.goufu.notification.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goufu.kernel.Named;
import org.goufu.purchase.ProcurementMethod;
import org.goufu.purchase.PublishedLot;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A message about a lot names its purchase and the lot. */
class DeliveryTests {
    private static final UUID ID = new UUID(1, 1);
    private static final Instant TIME = Instant.parse("2026-12-01T02:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "春熙路街道为老服务, 助餐服务, 春熙路街道为老服务 · 助餐服务",
        "助餐服务, 助餐服务, 助餐服务",
        "' 助餐服务', 助餐服务, 助餐服务",
        "助餐服务和探访服务, 助餐服务, 助餐服务和探访服务 · 助餐服务"
    })
    void namesBothOnce(String purchase, String lot, String title) {
        assertThat(Delivery.title(new PublishedLot(
                        ID,
                        1,
                        ID,
                        ID,
                        purchase,
                        lot,
                        new Named(ID, "街道办"),
                        "510104023",
                        "A0402-01",
                        List.of(),
                        9_800_000,
                        ProcurementMethod.BT_COMPARE,
                        List.of(),
                        TIME,
                        TIME,
                        true,
                        1)))
                .isEqualTo(title);
    }
}
