package org.goufu.organization.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Ids;
import org.goufu.kernel.RegionCode;
import org.goufu.organization.RegistryWork.Matter;
import org.goufu.organization.domain.RegistryFixtures;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store of settled conflicts promises. */
public abstract class SettlementsContract {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Actor REGISTRAR = RegistryFixtures.registrarOf("510104");

    protected abstract Settlements settlements();

    /** The id of a body that lies there. */
    protected abstract UUID body(String region);

    /** Why the conflict was settled, null while it is open. */
    protected abstract @Nullable String reason(Matter matter, List<UUID> ids);

    private boolean under(String region, UUID... ids) {
        return settlements().under(new RegionCode(region), List.of(ids)).block(LIMIT);
    }

    @Test
    void knowsWhatLiesInARegion() {
        var community = body("510104023005");
        var street = body("510104023");
        assertThat(under("510104", community, street)).isTrue();
        assertThat(under("51", community, street)).isTrue();
        assertThat(under("510104023005", community, street)).isFalse();
        assertThat(under("510107", community)).isFalse();
        assertThat(under("510104", community, Ids.next())).isFalse();
    }

    @Test
    void aConflictIsSettledForExactlyTheseBodies() {
        var one = body("510104023005");
        var two = body("510104023005");
        var three = body("510104023005");
        settlements()
                .add(REGISTRAR, Matter.SAME_NAME, List.of(two, one), "分属两个小区")
                .block(LIMIT);
        assertThat(reason(Matter.SAME_NAME, List.of(one, two))).isEqualTo("分属两个小区");
        assertThat(settlements().isSettled(Matter.SAME_NAME, List.of(two, one)).block(LIMIT))
                .isTrue();
        assertThat(settlements()
                        .isSettled(Matter.SAME_NAME, List.of(one, two, three))
                        .block(LIMIT))
                .isFalse();
        assertThat(reason(Matter.SAME_LEADER, List.of(one, two))).isNull();
        assertThat(reason(Matter.SAME_NAME, List.of(one, two, three))).isNull();
    }

    @Test
    void theFirstReasonStays() {
        var one = body("510104023005");
        var two = body("510104023005");
        settlements().add(REGISTRAR, Matter.SAME_HEAD, List.of(one, two), "已核实").block(LIMIT);
        settlements()
                .add(REGISTRAR, Matter.SAME_HEAD, List.of(one, two), "另一个说法")
                .block(LIMIT);
        assertThat(reason(Matter.SAME_HEAD, List.of(one, two))).isEqualTo("已核实");
    }
}
