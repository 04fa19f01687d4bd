package org.goufu.organization.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Ids;
import org.goufu.organization.FactKind;
import org.goufu.organization.FactOrigin;
import org.goufu.organization.domain.RecordedFact;
import org.goufu.organization.domain.RegistryFixtures;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** What every store of facts promises. */
public abstract class FactsContract {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Instant LATER = RegistryFixtures.NOW.plusSeconds(3_600);
    private static final Actor REGISTRAR = RegistryFixtures.registrarOf("510104");

    private final UUID evidence = Ids.next();

    protected abstract Facts facts();

    /** A body of which nothing is on record yet. */
    protected abstract UUID body();

    private RecordedFact fact(UUID body, FactKind kind, String value, String from) {
        return new RecordedFact(
                Ids.next(),
                body,
                kind,
                value,
                3,
                LocalDate.parse(from),
                LocalDate.parse("2030-12-31"),
                RegistryFixtures.NOW,
                null,
                "公告",
                FactOrigin.SELF,
                evidence,
                Ids.next(),
                "某人",
                null);
    }

    private RecordedFact added(UUID body, FactKind kind, String value, String from) {
        var fact = fact(body, kind, value, from);
        facts().add(List.of(fact)).block(LIMIT);
        return fact;
    }

    private List<RecordedFact> standing(UUID body) {
        return facts().standing(body).collectList().block(LIMIT);
    }

    @Test
    void givesBackWhatWasAdded() {
        var fact = added(body(), FactKind.STAFF, "SOCIAL_WORKER", "2026-01-01");
        assertThat(facts().get(fact.bodyId(), fact.id()).block(LIMIT)).isEqualTo(fact);
    }

    @Test
    void aFactIsFoundWithItsOwnBodyOnly() {
        var fact = added(body(), FactKind.GRADE, "A3", "2026-01-01");
        StepVerifier.create(facts().get(body(), fact.id())).verifyErrorMessage("organization/fact-not-found");
        StepVerifier.create(facts().get(fact.bodyId(), Ids.next())).verifyErrorMessage("organization/fact-not-found");
    }

    @Test
    void whatStandsComesByKindAndDay() {
        var body = body();
        var status = added(body, FactKind.STATUS, "NORMAL", "2020-01-01");
        var later = added(body, FactKind.PLACE, "510104", "2026-01-01");
        var earlier = added(body, FactKind.PLACE, "510107", "2025-01-01");
        assertThat(standing(body)).containsExactly(earlier, later, status);
    }

    @Test
    void aFactIsWithdrawnOnceAndStaysOnRecord() {
        var body = body();
        var gone = added(body, FactKind.GRADE, "A3", "2026-01-01");
        var stays = added(body, FactKind.GRADE, "A4", "2025-01-01");
        facts().withdraw(List.of(gone), REGISTRAR, LATER, "登记有误").block(LIMIT);
        assertThat(standing(body)).containsExactly(stays);
        assertThat(facts().get(body, gone.id()).block(LIMIT).withdrawnAt()).isEqualTo(LATER);
        StepVerifier.create(facts().withdraw(List.of(gone), REGISTRAR, LATER, "再次"))
                .verifyErrorMessage("organization/fact-gone");
        StepVerifier.create(facts().withdraw(List.of(), REGISTRAR, LATER, "没有")).verifyComplete();
    }

    @Test
    void aDeclarationIsConfirmedOnce() {
        var fact = added(body(), FactKind.STAFF, "SOCIAL_WORKER", "2026-01-01");
        facts().confirm(fact, REGISTRAR, LATER).block(LIMIT);
        assertThat(facts().get(fact.bodyId(), fact.id()).block(LIMIT).confirmedAt())
                .isEqualTo(LATER);
        StepVerifier.create(facts().confirm(fact, REGISTRAR, LATER))
                .verifyErrorMessage("organization/nothing-to-confirm");
    }

    @Test
    void whatWasWithdrawnIsNotConfirmed() {
        var fact = added(body(), FactKind.STAFF, "SOCIAL_WORKER", "2026-01-01");
        facts().withdraw(List.of(fact), REGISTRAR, LATER, "不再任职").block(LIMIT);
        StepVerifier.create(facts().confirm(fact, REGISTRAR, LATER))
                .verifyErrorMessage("organization/nothing-to-confirm");
    }

    @Test
    void remembersEvidenceAlsoOfWhatWasWithdrawn() {
        var fact = added(body(), FactKind.STAFF, "SOCIAL_WORKER", "2026-01-01");
        facts().withdraw(List.of(fact), REGISTRAR, LATER, "不再任职").block(LIMIT);
        assertThat(facts().refersTo(fact.bodyId(), evidence).block(LIMIT)).isTrue();
        assertThat(facts().refersTo(fact.bodyId(), Ids.next()).block(LIMIT)).isFalse();
        assertThat(facts().refersTo(body(), evidence).block(LIMIT)).isFalse();
    }
}
