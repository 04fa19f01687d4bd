package org.goufu.organization.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.organization.domain.FilingFixtures.COMMUNITY_CLERK;
import static org.goufu.organization.domain.FilingFixtures.RULE;
import static org.goufu.organization.domain.FilingFixtures.STREET_CLERK;
import static org.goufu.organization.domain.FilingFixtures.STREET_WRITER;
import static org.goufu.organization.domain.FilingFixtures.TODAY;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.goufu.kernel.Ids;
import org.goufu.kernel.RegionCode;
import org.goufu.organization.domain.Filing;
import org.goufu.organization.domain.FilingFixtures;
import org.goufu.organization.domain.FilingRecord;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** What every store of filings promises. */
public abstract class FilingsContract {
    /** What the names of this test begin with. */
    protected static final String PREFIX = "示例备案契约";

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final String name = PREFIX + ThreadLocalRandom.current().nextInt(1_000_000);

    protected abstract Filings filings();

    private FilingRecord record(String name) {
        var like = FilingFixtures.record();
        return new FilingRecord(
                name,
                like.communityCode(),
                like.type(),
                like.leader(),
                like.memberCount(),
                like.coreMembers(),
                like.foundedOn(),
                like.venue(),
                like.purpose(),
                like.categories(),
                null,
                null,
                null,
                null,
                like.attachments());
    }

    private Filing added(String name) {
        var filing = Filing.applied(Ids.next(), STREET_WRITER, record(name));
        filings().add(filing).block(LIMIT);
        return filings().get(filing.id()).block(LIMIT);
    }

    private Filing saved(Filing filing) {
        filings().save(filing).block(LIMIT);
        return filings().get(filing.id()).block(LIMIT);
    }

    private static String number() {
        return "BA-980000001-2026-%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
    }

    private Filing filed(String name) {
        return saved(added(name)
                .submit(STREET_WRITER, RULE)
                .opinion(COMMUNITY_CLERK, true, "同意", TODAY)
                .approve(STREET_CLERK, RULE, number(), TODAY));
    }

    @Test
    void givesBackWhatWasAdded() {
        var filing = added(name);
        assertThat(filing.version()).isEqualTo(1);
        assertThat(filing.record()).isEqualTo(record(name));
        assertThat(filing.course().writer()).isEqualTo(STREET_WRITER.accountId());
        assertThat(filings().lock(filing.id()).block(LIMIT)).isEqualTo(filing);
    }

    @Test
    void knowsNoOther() {
        StepVerifier.create(filings().get(Ids.next())).verifyErrorMessage("filing/not-found");
        StepVerifier.create(filings().lock(Ids.next())).verifyErrorMessage("filing/not-found");
    }

    @Test
    void eachSaveGivesTheNextVersionAndKeepsTheCourse() {
        var submitted = saved(added(name).submit(STREET_WRITER, RULE));
        assertThat(submitted.version()).isEqualTo(2);
        var decided =
                submitted.opinion(COMMUNITY_CLERK, true, "居民都认识他们", TODAY).approve(STREET_CLERK, RULE, number(), TODAY);
        var kept = saved(decided);
        assertThat(kept.standing()).isEqualTo(decided.standing());
        assertThat(kept.course()).isEqualTo(decided.course());
        assertThat(kept.version()).isEqualTo(3);
    }

    @Test
    void namesakesAreThoseThatHaveNotEnded() {
        var one = added(name);
        var filed = filed(name);
        var ended = filed(name);
        saved(ended.revoke(STREET_CLERK, "长期未开展活动"));
        added(PREFIX + "另一个名字");
        assertThat(filings().namesakes(one.id(), one.record()).collectList().block(LIMIT))
                .containsExactly(
                        new Filings.Namesake(filed.id(), name, filed.standing().number()));
        assertThat(filings().namesakes(Ids.next(), one.record()).collectList().block(LIMIT))
                .extracting(Filings.Namesake::id)
                .containsExactly(one.id(), filed.id());
    }

    @Test
    void numbersRunThroughTheYearOfAStreet() {
        var street = new RegionCode("98" + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999));
        assertThat(filings().nextNumber(street, 2026).block(LIMIT)).isEqualTo("BA-" + street.value() + "-2026-0001");
        assertThat(filings().nextNumber(street, 2026).block(LIMIT)).isEqualTo("BA-" + street.value() + "-2026-0002");
        assertThat(filings().nextNumber(street, 2027).block(LIMIT)).isEqualTo("BA-" + street.value() + "-2027-0001");
    }

    @Test
    void everyPlaceHasARule() {
        assertThat(filings()
                        .rule(new RegionCode(FilingFixtures.COMMUNITY))
                        .block(LIMIT)
                        .minMembers())
                .isEqualTo(5);
    }
}
