package org.goufu.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.matching.MatchingFixtures.NOW;
import static org.goufu.matching.MatchingFixtures.STREET;
import static org.goufu.matching.MatchingFixtures.id;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.goufu.kernel.Ids;
import org.goufu.kernel.Named;
import org.goufu.matching.domain.Match;
import org.goufu.matching.domain.Match.Route;
import org.goufu.matching.usecase.Matches;
import org.goufu.organization.BodyKind;
import org.goufu.purchase.ProcurementMethod;
import org.goufu.purchase.PublishedLot;
import org.goufu.purchase.Requirement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store of matches promises, so that the one in memory cannot lie. */
public abstract class MatchesContract {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Instant FAR = Instant.parse("2099-01-01T00:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(1);

    private final UUID one = Ids.next();
    private final UUID other = Ids.next();

    protected abstract Matches matches();

    /** Bodies with an open row on the lot. */
    protected abstract Set<UUID> open(UUID lotId);

    private PublishedLot kept(String category, @Nullable Instant deadline, boolean open) {
        var lot = new PublishedLot(
                Ids.next(),
                1,
                Ids.next(),
                Ids.next(),
                "助餐采购公告",
                "助餐",
                new Named(id("department"), "望江街道办事处"),
                STREET,
                category,
                List.of(STREET, "510107002"),
                9_800_000,
                ProcurementMethod.BT_COMPARE,
                List.of(Requirement.inspection(2025), Requirement.text("“引号”与\\反斜杠")),
                NOW,
                deadline,
                open,
                1);
        matches().keep(List.of(lot)).block(LIMIT);
        return lot;
    }

    protected PublishedLot kept() {
        return kept("A0402-01", FAR, true);
    }

    protected static Match match(PublishedLot lot, UUID body, boolean tells) {
        return new Match(
                lot.id(),
                Route.DIRECT,
                new Named(body, "某协会"),
                BodyKind.LEGAL_PERSON,
                new Named(body, "某协会"),
                Eligibility.ELIGIBLE,
                500,
                tells,
                List.of(Phrase.of("reason.grade", "4A")),
                List.of());
    }

    private Set<UUID> write(Instant judgedAt, Match... found) {
        return matches().write(List.of(found), judgedAt).block(LIMIT);
    }

    @Test
    void tellsOfNewRowsAndNotOfRepeatedOnes() {
        var lot = kept();
        assertThat(write(NOW, match(lot, one, true))).containsExactly(lot.id());
        assertThat(write(NOW, match(lot, one, true))).isEmpty();
        assertThat(write(LATER, match(lot, one, true))).isEmpty();
        assertThat(write(LATER, match(lot, one, true), match(lot, other, true))).containsExactly(lot.id());
    }

    @Test
    void tellsOnceTheBodyWantsToBeTold() {
        var lot = kept();
        assertThat(write(NOW, match(lot, one, false))).isEmpty();
        assertThat(write(LATER, match(lot, one, true))).containsExactly(lot.id());
    }

    @Test
    void aRowJudgedOnOlderFactsNeverReplacesANewerOne() {
        var lot = kept();
        write(LATER, match(lot, one, false));
        assertThat(write(NOW, match(lot, one, true))).isEmpty();
        matches().closeOthersOfLot(lot.id(), NOW).block(LIMIT);
        assertThat(open(lot.id())).containsExactly(one);
    }

    @Test
    void closesWhatWasNotFoundAgain() {
        var lot = kept();
        write(NOW, match(lot, one, true), match(lot, other, true));
        write(LATER, match(lot, one, true));
        matches().closeOthersOfLot(lot.id(), LATER).block(LIMIT);
        assertThat(open(lot.id())).containsExactly(one);
        assertThat(write(LATER.plusSeconds(1), match(lot, other, true))).containsExactly(lot.id());
        assertThat(open(lot.id())).containsExactlyInAnyOrder(one, other);
    }

    @Test
    void closesOnlyRowsOfTheBodiesThatWereJudged() {
        var lot = kept();
        write(NOW, match(lot, one, true), match(lot, other, true));
        matches().closeOthersOfBodies(List.of(other), LATER).block(LIMIT);
        assertThat(open(lot.id())).containsExactly(one);
    }

    @Test
    void aRowThatWasMatchedOnOlderFactsThanItsBodySinceIsClosed() {
        var lot = kept();
        matches().judging(List.of(one), LATER).block(LIMIT);
        write(NOW, match(lot, one, true), match(lot, other, true));
        matches().settleLots(List.of(lot.id())).block(LIMIT);
        assertThat(open(lot.id())).containsExactly(other);
        write(LATER, match(lot, one, true));
        matches().settleLots(List.of(lot.id())).block(LIMIT);
        assertThat(open(lot.id())).containsExactlyInAnyOrder(one, other);
    }

    @Test
    void oneJudgeOfABodySettlesWhatAnOlderOneWroteLate() {
        var lot = kept();
        matches().judging(List.of(one, other), LATER).block(LIMIT);
        matches().judging(List.of(other, one), NOW).block(LIMIT);
        write(NOW, match(lot, one, true), match(lot, other, true));
        matches().settleBodies(List.of(one)).block(LIMIT);
        assertThat(open(lot.id())).containsExactly(other);
    }

    @Test
    void givesBackOpenLotsWhoseCategoryTouches() {
        var exact = kept("A0402-01", FAR, true);
        var above = kept("A04", null, true);
        var beside = kept("A0402-02", FAR, true);
        var ended = kept("A0402-01", FAR, false);
        var found = matches().openLots(Set.of("A0402-01"), 1_000).collectList().block(LIMIT);
        assertThat(found).contains(exact, above).doesNotContain(beside, ended);
        assertThat(matches().openLots(Set.of("A0402"), 1_000).collectList().block(LIMIT))
                .contains(exact, above, beside);
        assertThat(matches().openLots(Set.of(), 1_000).collectList().block(LIMIT))
                .isEmpty();
    }

    @Test
    void givesBackOpenLotsOfNotices() {
        var lot = kept();
        var ended = kept("A0402-01", FAR, false);
        assertThat(matches()
                        .openLotsOf(List.of(lot.noticeId(), ended.noticeId()))
                        .collectList()
                        .block(LIMIT))
                .containsExactly(lot);
    }

    @Test
    void manyRowsAreWrittenAtOnce() {
        var lot = kept();
        var bodies = Stream.generate(Ids::next).limit(6_000).toList();
        var found = bodies.stream().map(body -> match(lot, body, true)).toList();
        assertThat(matches().write(found, NOW).block(LIMIT)).containsExactly(lot.id());
    }
}
