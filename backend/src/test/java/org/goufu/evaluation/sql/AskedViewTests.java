package org.goufu.evaluation.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.goufu.bidding.ConsortiumMember;
import org.goufu.evaluation.domain.Bid;
import org.goufu.evaluation.domain.Inquiry;
import org.junit.jupiter.api.Test;

class AskedViewTests {
    private static final UUID LEAD = new UUID(0, 1);
    private static final UUID MEMBER = new UUID(0, 2);
    private static final UUID GROUP = new UUID(0, 3);
    private static final Instant NOW = Instant.parse("2026-12-01T02:00:00Z");
    private static final Inquiry EXPLAINED = new Inquiry(
            new UUID(0, 9),
            Set.of(),
            NOW,
            NOW.plusSeconds(1_800),
            "志愿者不计人工",
            NOW.plusSeconds(60),
            List.of(),
            null,
            null);

    private static Bid bid(List<ConsortiumMember> consortium, List<UUID> behind) {
        return new Bid(EXPLAINED.bid(), LEAD, "牵头中心、另一中心", consortium, behind, NOW, 4_000L, null, List.of());
    }

    private static final Bid TOGETHER = bid(
            List.of(new ConsortiumMember(LEAD, "牵头中心", "送餐", 6_000), new ConsortiumMember(MEMBER, "另一中心", "探访", 4_000)),
            List.of(MEMBER));
    private static final Bid WITH_GROUPS = bid(List.of(), List.of(GROUP));

    @Test
    void everyMemberOfAConsortiumReadsWhatItsLeadExplained() {
        assertThat(AskedView.concerns(TOGETHER, MEMBER)).isTrue();
        var read = AskedView.of(EXPLAINED, TOGETHER, MEMBER);
        assertThat(read.own()).isFalse();
        assertThat(read.bidder()).isEqualTo("牵头中心");
        assertThat(read.explanation()).isEqualTo("志愿者不计人工");
        assertThat(AskedView.of(EXPLAINED, TOGETHER, LEAD).own()).isTrue();
    }

    /** What the federation wrote of its costs is not for its groups; that it did is. */
    @Test
    void aGroupReadsThatItsFederationExplainedAndNotWhat() {
        assertThat(AskedView.concerns(WITH_GROUPS, GROUP)).isTrue();
        var read = AskedView.of(EXPLAINED, WITH_GROUPS, GROUP);
        assertThat(read.own()).isFalse();
        assertThat(read.explanation()).isNull();
        assertThat(read.explainedAt()).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void nobodyElseIsConcerned() {
        assertThat(AskedView.concerns(WITH_GROUPS, MEMBER)).isFalse();
    }
}
