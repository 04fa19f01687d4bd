package org.goufu.organization.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.organization.domain.FilingFixtures.COMMUNITY_CLERK;
import static org.goufu.organization.domain.FilingFixtures.ID;
import static org.goufu.organization.domain.FilingFixtures.RULE;
import static org.goufu.organization.domain.FilingFixtures.STREET_CLERK;
import static org.goufu.organization.domain.FilingFixtures.STREET_WRITER;

import org.goufu.matching.Quiet;
import org.goufu.organization.BodyChanged;
import org.goufu.organization.FactKind;
import org.goufu.organization.domain.BodyAct;
import org.goufu.organization.domain.FilingAct;
import org.goufu.organization.domain.FilingFixtures;
import org.goufu.organization.domain.FilingState;
import org.goufu.organization.domain.RecordedFact;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** What a filing that is decided upon leaves behind: in its own book, in the registry, and in the news. */
class DecideFilingTests {
    private final InMemoryFilings filings = new InMemoryFilings();
    private final InMemoryBodies bodies = new InMemoryBodies();
    private final InMemoryFacts facts = new InMemoryFacts();
    private final Quiet.Told told = new Quiet.Told();
    private final Quiet.Clock clock = new Quiet.Clock();
    private final FilingBook book = new FilingBook(filings, bodies, facts, bodies, told);
    private final DecideFiling decide = new DecideFiling(filings, book, Quiet.transactions(), clock);
    private final KeepFiling keep = new KeepFiling(filings, book, facts, Quiet.transactions(), clock);

    @BeforeEach
    void anApplicationWaitsForTheCommunity() {
        filings.holding(FilingFixtures.applied(STREET_WRITER).submit(STREET_WRITER, RULE));
    }

    private void filed() {
        decide.opinion(COMMUNITY_CLERK, ID, true, "同意").block();
        decide.approve(STREET_CLERK, ID).block();
    }

    @Test
    void aFiledGroupStandsInTheRegistryAtOnce() {
        filed();
        var filing = filings.get(ID).block();
        assertThat(filing.state()).isEqualTo(FilingState.FILED_ACTIVE);
        var body = bodies.get(ID).block();
        assertThat(body.filingNumber()).isEqualTo("BA-510114008-2026-0001");
        assertThat(body.version()).isEqualTo(1);
        assertThat(facts.of(ID))
                .extracting(RecordedFact::kind)
                .containsExactlyInAnyOrder(FactKind.FILING, FactKind.PLACE, FactKind.CATEGORY);
        assertThat(bodies.changes).extracting(change -> change.act()).containsExactly(BodyAct.FILED);
        assertThat(told.events).containsExactly(new BodyChanged(ID));
        assertThat(filings.entries)
                .extracting(entry -> entry.act())
                .containsExactly(FilingAct.SUPPORTED, FilingAct.FILED);
    }

    @Test
    void saysNothingWhenARuleRefuses() {
        StepVerifier.create(decide.approve(STREET_CLERK, ID)).verifyErrorMessage("filing/wrong-state");
        decide.opinion(COMMUNITY_CLERK, ID, true, "同意").block();
        StepVerifier.create(decide.approve(STREET_WRITER, ID)).verifyErrorMessage("filing/same-person");
        StepVerifier.create(decide.approve(FilingFixtures.elsewhere(), ID)).verifyErrorMessage("filing/not-found");
        assertThat(told.events).isEmpty();
        assertThat(facts.of(ID)).isEmpty();
        StepVerifier.create(bodies.get(ID)).verifyErrorMessage("organization/not-found");
    }

    @Test
    void aRevokedFilingEndsInTheRegistryToo() {
        filed();
        keep.revoke(STREET_CLERK, ID, "长期未开展活动").block();
        assertThat(facts.standing(ID).collectList().block())
                .filteredOn(fact -> fact.kind() == FactKind.FILING)
                .extracting(RecordedFact::value)
                .containsExactly("REVOKED");
        assertThat(told.events).hasSize(2);
        assertThat(bodies.get(ID).block().version()).isEqualTo(2);
    }
}
