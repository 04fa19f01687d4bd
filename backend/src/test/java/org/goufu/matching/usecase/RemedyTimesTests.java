package org.goufu.matching.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.matching.MatchingFixtures.MOMENT;
import static org.goufu.matching.MatchingFixtures.NOW;
import static org.goufu.matching.MatchingFixtures.TODAY;
import static org.goufu.matching.MatchingFixtures.fact;
import static org.goufu.matching.MatchingFixtures.goodOrganization;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.goufu.matching.domain.Evidence;
import org.goufu.matching.domain.LegalCondition;
import org.goufu.matching.domain.Remedy;
import org.goufu.matching.domain.Remedy.Action;
import org.goufu.matching.domain.RequiredCondition;
import org.goufu.matching.usecase.RemedyTimes.Chance;
import org.goufu.matching.usecase.RemedyTimes.Usual;
import org.goufu.organization.FactKind;
import org.goufu.platform.time.BusinessClock;
import org.goufu.purchase.Requirement;
import org.junit.jupiter.api.Test;

class RemedyTimesTests {
    private static final RemedyTimes TIMES = new RemedyTimes(Map.of(Action.UPLOAD_INSPECTION, new Usual(3, false)));
    private static final Instant IN_THREE_DAYS = NOW.plusSeconds(3 * 86_400);

    private static Remedy inspection() {
        return remedy(RequiredCondition.of(Requirement.inspection(2025))
                .judge(Evidence.direct(goodOrganization()), MOMENT)
                .remedy());
    }

    private static Remedy listedUntil(LocalDate to) {
        var listed = goodOrganization(fact(FactKind.CREDIT_LIST, "SERIOUS", 0, TODAY.minusDays(1), to));
        return remedy(LegalCondition.SERIOUS_LIST
                .judge(Evidence.direct(listed), MOMENT)
                .remedy());
    }

    private static Remedy remedy(Remedy remedy) {
        return Objects.requireNonNull(remedy);
    }

    @Test
    void theUsualTimeHasToEndBeforeBidsClose() {
        assertThat(TIMES.of(inspection(), NOW, IN_THREE_DAYS.plusSeconds(1))).isEqualTo(new Chance(3, false, true));
        assertThat(TIMES.of(inspection(), NOW, IN_THREE_DAYS)).isEqualTo(new Chance(3, false, false));
    }

    @Test
    void withoutADeadlineThereIsTime() {
        assertThat(TIMES.of(inspection(), NOW, null).inTime()).isTrue();
    }

    @Test
    void nobodyCanSayHowLongAnUnknownActTakes() {
        assertThat(new RemedyTimes(Map.of()).of(inspection(), NOW, IN_THREE_DAYS))
                .isEqualTo(new Chance(null, false, null));
    }

    @Test
    void waitingEndsWithTheFirstMomentOfTheDayAfterTheLast() {
        var midnight = TODAY.plusDays(2).atStartOfDay(BusinessClock.ZONE).toInstant();
        assertThat(TIMES.of(listedUntil(TODAY.plusDays(1)), NOW, midnight.plusSeconds(1)))
                .isEqualTo(new Chance(2, true, true));
        assertThat(TIMES.of(listedUntil(TODAY.plusDays(1)), NOW, midnight).inTime())
                .isFalse();
    }
}
