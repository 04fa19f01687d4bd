package org.goufu.evaluation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.goufu.evaluation.domain.PoolMember.Kind;
import org.goufu.kernel.Actor;
import org.goufu.kernel.RegionCode;
import org.goufu.kernel.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PoolEntryTests {
    private static final UUID DEPARTMENT = new UUID(0, 7);

    private static PoolEntry entry(Kind kind, @Nullable UUID department) {
        var member = new PoolMember(
                new UUID(0, 1),
                "示例",
                kind,
                department,
                "示例单位",
                "教授",
                List.of("A04"),
                "5101",
                List.of("5101"),
                List.of());
        return new PoolEntry(member, "zj000001", "13800000000", null, PoolEntry.State.ACTIVE, null, 1);
    }

    private static Actor actor(Role role, @Nullable UUID department, @Nullable String region) {
        return new Actor(
                new UUID(0, 9),
                "x",
                "x",
                Set.of(role),
                department,
                null,
                region == null ? null : new RegionCode(region));
    }

    @Test
    void financeKeepsTheExpertsOfItsRegion() {
        var expert = entry(Kind.EXPERT, null);
        assertThatThrownBy(() -> expert.keptBy(actor(Role.SUPERVISOR, null, null)))
                .hasMessage("pool/not-found");
        assertThat(expert.keptBy(actor(Role.SUPERVISOR, null, "51"))).isEqualTo(expert);
        assertThat(expert.keptBy(actor(Role.PLATFORM_ADMIN, null, null))).isEqualTo(expert);
        assertThatThrownBy(() -> expert.keptBy(actor(Role.SUPERVISOR, null, "5104")))
                .hasMessage("pool/not-found");
        assertThatThrownBy(() -> expert.keptBy(actor(Role.SUPERVISOR, null, "510114")))
                .hasMessage("pool/not-found");
        assertThatThrownBy(() -> expert.keptBy(actor(Role.DEPARTMENT_OFFICER, DEPARTMENT, null)))
                .hasMessage("pool/not-found");
    }

    @Test
    void aPurchaserKeepsItsOwn() {
        var own = entry(Kind.INTERNAL, DEPARTMENT);
        assertThat(own.keptBy(actor(Role.DEPARTMENT_OFFICER, DEPARTMENT, null))).isEqualTo(own);
        assertThatThrownBy(() -> own.keptBy(actor(Role.DEPARTMENT_OFFICER, new UUID(0, 8), null)))
                .hasMessage("pool/not-found");
        assertThatThrownBy(() -> own.keptBy(actor(Role.PLATFORM_ADMIN, null, null)))
                .hasMessage("pool/not-found");
    }

    @Test
    void aTurnNeedsAnotherStateAndAReason() {
        var expert = entry(Kind.EXPERT, null);
        var suspended = expert.turned(PoolEntry.State.SUSPENDED, " 纪律检查 ");
        assertThat(suspended.stateReason()).isEqualTo("纪律检查");
        assertThatThrownBy(() -> suspended.turned(PoolEntry.State.SUSPENDED, "再来"))
                .hasMessage("pool/wrong-state");
        assertThatThrownBy(() -> suspended.turned(PoolEntry.State.ACTIVE, " ")).hasMessage("pool/reason-needed");
        assertThat(suspended.turned(PoolEntry.State.ACTIVE, "查清").state()).isEqualTo(PoolEntry.State.ACTIVE);
    }

    @Test
    void placesAndEmployersCount() {
        var one = entry(Kind.EXPERT, null).member();
        assertThat(one.comesTo(new RegionCode("510114003"))).isTrue();
        assertThat(one.comesTo(new RegionCode("51"))).isTrue();
        assertThat(one.comesTo(new RegionCode("5104"))).isFalse();
        assertThat(one.worksFor(Stream.of("别的单位", "示例单位"))).isTrue();
    }

    /** 实施条例 第9条: for three years; said to be older, a relation on record would be gone on the day of a draw. */
    @Test
    void aRelationOnRecordIsEndedAndNotMadeToVanish() {
        var today = LocalDate.of(2026, 12, 1);
        var lasting = tie(null);
        var before = entry(Kind.EXPERT, null).stating(List.of(lasting));
        assertThat(before.lostBy(List.of(), today)).containsExactly(lasting);
        assertThat(before.lostBy(List.of(tie(LocalDate.of(2023, 11, 30))), today))
                .containsExactly(lasting);
        assertThat(before.lostBy(List.of(tie(LocalDate.of(2023, 12, 1))), today))
                .isEmpty();
        var over = entry(Kind.EXPERT, null).stating(List.of(tie(LocalDate.of(2020, 1, 1))));
        assertThat(over.lostBy(List.of(tie(LocalDate.of(2019, 1, 1))), today)).isEmpty();
    }

    private static PoolMember.Tie tie(@Nullable LocalDate until) {
        return new PoolMember.Tie(new UUID(0, 5), "示例组织", PoolMember.Relation.EMPLOYED, until);
    }
}
