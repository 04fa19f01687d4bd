package org.goufu.matching.domain;

import static org.goufu.matching.domain.Verdict.Outcome.MET;
import static org.goufu.matching.domain.Verdict.Outcome.NOT_MET;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.goufu.federation.Membership;
import org.goufu.matching.Phrase;
import org.goufu.matching.domain.Remedy.Action;
import org.goufu.search.CapabilityField;
import org.goufu.search.Filter;

/** The member belongs to the federation and its own contact agreed. */
record MembershipCondition() implements MemberCondition {
    @Override
    public ConditionKind kind() {
        return ConditionKind.MEMBERSHIP;
    }

    @Override
    public boolean sameForEveryLot() {
        return true;
    }

    @Override
    public Verdict judge(Evidence evidence, Moment moment) {
        var membership = evidence.membership();
        if (membership == null || membership.knownAt().isAfter(moment.known())) {
            return refusal(Finding.nothing(fact("none", moment.day()), moment), join(evidence));
        }
        if (membership.standsOn(moment.day(), moment.known())) {
            var since = Objects.requireNonNull(membership.consentedOn());
            return answer(MET, finding("stands", since, membership), null);
        }
        return membership.isConfirmed(moment.known())
                ? lapsed(evidence, membership, moment)
                : open(evidence, membership, moment);
    }

    private Verdict lapsed(Evidence evidence, Membership membership, Moment moment) {
        if (membership.isOver(moment.day(), moment.known())) {
            return refusal(finding("ended", Objects.requireNonNull(membership.to()), membership), join(evidence));
        }
        var from = membership.from();
        if (from.isAfter(moment.day())) {
            return refusal(
                    finding("ahead", from, membership),
                    Remedy.wait(membership.memberId(), from, Phrase.of("remedy.membership.wait", from)));
        }
        return silent(membership);
    }

    /** Never by its first day, which the confirmation may still move: the answer must stay the same when it is asked again. */
    private Verdict open(Evidence evidence, Membership membership, Moment moment) {
        if (membership.isRefused(moment.known())) {
            return refusal(Finding.nothing(fact("none", moment.day()), moment), join(evidence));
        }
        if (!membership.isConsented(moment.known())) return silent(membership);
        return refusal(
                finding("unconfirmed", Objects.requireNonNull(membership.consentedOn()), membership),
                act(Action.CONFIRM_MEMBERSHIP, membership, Phrase.of("remedy.membership.confirm")));
    }

    private Verdict silent(Membership membership) {
        return refusal(
                finding("no-consent", Moment.of(membership.knownAt()).day(), membership),
                act(Action.GIVE_CONSENT, membership, Phrase.of("remedy.membership.consent")));
    }

    private static Remedy act(Action action, Membership membership, Phrase text) {
        return new Remedy(
                action,
                membership.memberId(),
                Map.of(
                        "federation", membership.federationId().toString(),
                        "membership", membership.id().toString()),
                text);
    }

    private static Remedy join(Evidence evidence) {
        return new Remedy(
                Action.JOIN_FEDERATION,
                evidence.able().id(),
                Map.of("federation", evidence.signer().id().toString()),
                Phrase.of("remedy.membership.join"));
    }

    private static Finding finding(String word, LocalDate day, Membership membership) {
        return Finding.of(fact(word, day), day, Citation.of(membership));
    }

    private static Phrase fact(String word, LocalDate day) {
        return Phrase.of("verdict.membership." + word, day);
    }

    private Verdict refusal(Finding finding, Remedy remedy) {
        return answer(NOT_MET, finding, remedy);
    }

    @Override
    public Filter possible(LocalDate day) {
        return new Filter.Contains(CapabilityField.MEMBERSHIP, day.toEpochDay());
    }
}
