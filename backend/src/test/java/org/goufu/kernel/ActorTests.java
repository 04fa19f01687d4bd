package org.goufu.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ActorTests {
    private static final RegionCode COUNTY = new RegionCode("510114");
    private static final RegionCode STREET = new RegionCode("510114008");

    private static Actor actor(Role role, @Nullable String region) {
        return new Actor(
                new UUID(0, 1), "x", "x", Set.of(role), null, null, region == null ? null : new RegionCode(region));
    }

    @Test
    void aSupervisorSupervisesItsRegionWithEverythingUnderIt() {
        for (var region : new String[] {"51", "5101", "510114"}) {
            assertThat(actor(Role.SUPERVISOR, region).supervises(COUNTY)).isTrue();
            assertThat(actor(Role.SUPERVISOR, region).supervises(STREET)).isTrue();
        }
    }

    @Test
    void noNeighbourAndNoLevelAbove() {
        for (var region : new String[] {"5107", "510115", "510114008"}) {
            assertThat(actor(Role.SUPERVISOR, region).supervises(COUNTY)).isFalse();
        }
        assertThat(actor(Role.SUPERVISOR, "510114").supervises(new RegionCode("51")))
                .isFalse();
    }

    @Test
    void nobodyWithoutARegionAndNobodyElse() {
        assertThat(actor(Role.SUPERVISOR, null).supervises(COUNTY)).isFalse();
        assertThat(actor(Role.REGISTRAR, "51").supervises(COUNTY)).isFalse();
        assertThat(actor(Role.REGISTRAR, "51").supervised()).isEmpty();
        assertThat(actor(Role.SUPERVISOR, "5101").supervised()).contains(new RegionCode("5101"));
    }
}
