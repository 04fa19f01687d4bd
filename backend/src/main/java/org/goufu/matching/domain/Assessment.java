package org.goufu.matching.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goufu.kernel.Named;
import org.goufu.matching.Eligibility;
import org.goufu.matching.Phrase;
import org.goufu.matching.domain.Remedy.Action;
import org.goufu.matching.domain.Verdict.Outcome;
import org.goufu.organization.BodyProfile;

/**
 * The answer to "may this body bid for this lot?".
 *
 * @param through for a filed group: each federation through which it could go, the best first
 */
public record Assessment(Eligibility eligibility, List<Verdict> verdicts, List<Through> through, Fit fit) {

    /** One federation's answer for the group. */
    public record Through(Named federation, Eligibility eligibility, List<Verdict> verdicts) {}

    private static final Comparator<Judgement> BEST = Comparator.<Judgement>comparingInt(
                    judgement -> judgement.misses().size())
            .thenComparingInt(judgement -> judgement.gaps().size())
            .thenComparing(judgement -> judgement.evidence().signer().id())
            .thenComparing(judgement -> judgement.evidence().able().id());

    public Assessment {
        verdicts = List.copyOf(verdicts);
        through = List.copyOf(through);
    }

    public static Assessment of(LotTerms lot, Dossier dossier, Moment moment) {
        var rules = Rules.of(lot);
        var judgements = dossier.routes()
                .map(evidence -> rules.judge(evidence, moment))
                .sorted(BEST)
                .toList();
        var fit = Fit.of(lot, dossier, moment);
        return dossier.isGroup() ? ofGroup(dossier.body(), judgements, fit, moment) : ofSigner(judgements, fit);
    }

    /** The body alone when that is as good as the best with a member, for it is the simpler truth. */
    private static Assessment ofSigner(List<Judgement> judgements, Fit fit) {
        var best = judgements.getFirst();
        var alone = judgements.stream()
                .filter(judgement -> judgement.evidence().member() == null)
                .filter(judgement -> judgement.eligibility() == best.eligibility())
                .findFirst();
        var shown = alone.orElse(best);
        return new Assessment(shown.eligibility(), shown.verdicts(), List.of(), fit);
    }

    private static Assessment ofGroup(BodyProfile group, List<Judgement> judgements, Fit fit, Moment moment) {
        Map<UUID, Judgement> byFederation = new LinkedHashMap<>();
        judgements.forEach(judgement ->
                byFederation.putIfAbsent(judgement.evidence().signer().id(), judgement));
        var through = byFederation.values().stream().map(Assessment::through).toList();
        var open = byFederation.values().stream().anyMatch(Judgement::possible);
        return new Assessment(
                open ? Eligibility.THROUGH_FEDERATION : Eligibility.NOT_ELIGIBLE,
                ofGroupItself(group, through.isEmpty(), moment),
                through,
                fit);
    }

    private static Through through(Judgement judgement) {
        var federation = judgement.evidence().signer();
        return new Through(
                new Named(federation.id(), federation.name()), judgement.eligibility(), judgement.verdicts());
    }

    /** Why it cannot sign, whether it is filed, and that its street has no federation where that is so (product.md 7). */
    private static List<Verdict> ofGroupItself(BodyProfile group, boolean alone, Moment moment) {
        var verdicts = new ArrayList<Verdict>();
        var itself = Evidence.direct(group);
        verdicts.add(LegalCondition.LEGAL_PERSON.judge(itself, moment));
        verdicts.add(new FilingCondition().judge(itself, moment));
        if (alone) {
            verdicts.add(withoutFederation(group, moment));
        }
        return verdicts;
    }

    private static Verdict withoutFederation(BodyProfile group, Moment moment) {
        var remedy = new Remedy(
                Action.ASK_STREET,
                group.id(),
                Map.of("street", group.regionCode()),
                Phrase.of("remedy.membership.no-federation"));
        return new MembershipCondition()
                .answer(
                        Outcome.NOT_MET,
                        Finding.nothing(Phrase.of("verdict.membership.no-federation"), moment),
                        remedy);
    }

    /** Verdicts that stand in the way on the best route, for a list that shows one line per lot. */
    public List<Verdict> decisive() {
        return through.isEmpty() ? verdicts : through.getFirst().verdicts();
    }
}
