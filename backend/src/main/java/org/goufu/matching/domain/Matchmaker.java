package org.goufu.matching.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.goufu.kernel.Named;
import org.goufu.matching.Eligibility;
import org.goufu.matching.Phrase;
import org.goufu.matching.domain.Match.Contribution;
import org.goufu.matching.domain.Match.Route;
import org.goufu.organization.BodyKind;
import org.goufu.organization.BodyProfile;

/** Judges bodies against one lot: the authority on who matches, whatever an index proposed. */
public final class Matchmaker {
    private static final int MOST_NAMED = 50;
    private static final int MOST_SAID = 3;

    private final Rules rules;
    private final LotTerms lot;

    public Matchmaker(LotTerms lot) {
        this.lot = lot;
        this.rules = Rules.of(lot);
    }

    /** A way of bidding that fits, with its verdicts and its score. */
    record Way(Judgement judgement, Score score) {
        /** Fewest gaps first, then the best score; ties by id, so that the same facts give the same bytes. */
        static final Comparator<Way> BEST = Comparator.<Way>comparingInt(
                        way -> way.judgement().misses().size())
                .thenComparing(way -> way.judgement().eligibility())
                .thenComparing(way -> way.score().points(), Comparator.reverseOrder())
                .thenComparing(way -> way.evidence().signer().id())
                .thenComparing(way -> way.evidence().able().id());

        Evidence evidence() {
            return judgement.evidence();
        }
    }

    /** Empty when the body does not fit or cannot take part. */
    public Optional<Match> match(Dossier dossier, Moment moment) {
        return match(dossier, standings(dossier, moment));
    }

    Optional<Match> match(Dossier dossier, List<Standing> standings) {
        var ways = standings.stream()
                .filter(rules::fits)
                .filter(standing -> rules.judge(standing).possible())
                .map(this::way)
                .sorted(Way.BEST)
                .toList();
        return ways.isEmpty() ? Optional.empty() : Optional.of(matched(dossier, ways));
    }

    /** A body that fits and to which exactly one thing is missing on its best way, with that thing. */
    public Optional<NearMiss> nearMiss(Dossier dossier, Moment moment) {
        var ways = standings(dossier, moment).stream()
                .filter(rules::fits)
                .map(this::way)
                .sorted(Way.BEST)
                .toList();
        if (ways.isEmpty() || ways.getFirst().judgement().misses().size() != 1) return Optional.empty();
        var best = ways.getFirst();
        return Optional.of(new NearMiss(
                matched(dossier, List.of(best)), best.judgement().misses().getFirst()));
    }

    static List<Standing> standings(Dossier dossier, Moment moment) {
        return dossier.routes().map(evidence -> new Standing(evidence, moment)).toList();
    }

    private Way way(Standing standing) {
        return new Way(rules.judge(standing), Score.of(lot, standing));
    }

    private Match matched(Dossier dossier, List<Way> ways) {
        var best = ways.getFirst();
        var body = dossier.body();
        var signer = best.evidence().signer();
        var members = body.kind() == BodyKind.FEDERATION ? contributions(ways) : List.<Contribution>of();
        return new Match(
                lot.lotId(),
                route(body.kind()),
                named(body),
                body.kind(),
                named(signer),
                dossier.isGroup() ? through(best) : best.judgement().eligibility(),
                best.score().points(),
                lot.touches(body.tellPlaces()),
                reasons(dossier, best, members),
                members);
    }

    private static Eligibility through(Way best) {
        return best.judgement().possible() ? Eligibility.THROUGH_FEDERATION : Eligibility.NOT_ELIGIBLE;
    }

    private static Route route(BodyKind kind) {
        return switch (kind) {
            case LEGAL_PERSON -> Route.DIRECT;
            case FEDERATION -> Route.FEDERATION;
            case FILED_GROUP -> Route.THROUGH;
        };
    }

    private static List<Phrase> reasons(Dossier dossier, Way best, List<Contribution> members) {
        var reasons = new ArrayList<Phrase>();
        if (!members.isEmpty())
            reasons.add(Phrase.of(
                    "reason.members", members.size(), members.getFirst().name()));
        if (dossier.isGroup())
            reasons.add(Phrase.of("reason.through", best.evidence().signer().name()));
        reasons.addAll(best.score().reasons());
        best.judgement().gaps().forEach(gap -> reasons.add(Phrase.of("reason.gap", Phrase.condition(gap.kind()))));
        return reasons;
    }

    /** Each member once, by its best way, the most useful first. */
    private static List<Contribution> contributions(List<Way> ways) {
        Map<UUID, Way> byMember = new LinkedHashMap<>();
        ways.stream()
                .filter(way -> way.evidence().member() != null)
                .forEach(way -> byMember.putIfAbsent(way.evidence().able().id(), way));
        return byMember.values().stream()
                .limit(MOST_NAMED)
                .map(way -> new Contribution(
                        way.evidence().able().id(),
                        way.evidence().able().name(),
                        way.score().reasons().stream().limit(MOST_SAID).toList()))
                .toList();
    }

    private static Named named(BodyProfile body) {
        return new Named(body.id(), body.name());
    }
}
