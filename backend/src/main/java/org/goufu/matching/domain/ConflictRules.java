package org.goufu.matching.domain;

import static org.goufu.matching.Conflict.Severity.BLOCK;
import static org.goufu.matching.Conflict.Severity.INFO;
import static org.goufu.matching.Conflict.Severity.WARN;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goufu.matching.Conflict;
import org.goufu.matching.Conflict.Rule;
import org.goufu.matching.Conflict.Severity;
import org.goufu.matching.Conflicts.Declaration.Kind;
import org.goufu.matching.Phrase;
import org.goufu.matching.domain.Contest.Bidding;
import org.goufu.matching.domain.Contest.Pair;
import org.goufu.organization.BodyKind;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.Fact;
import org.goufu.organization.FactKind;

/** The conflict rules C01 to C08 (domain.md 2.5): pure, and each finding says on what it rests. */
public final class ConflictRules {
    private ConflictRules() {}

    /** The gravest first, then in the order of the rules. */
    public static List<Conflict> judge(Contest contest) {
        return sorted(Stream.of(
                contest.pairs().flatMap(pair -> between(contest, pair)),
                alone(contest),
                contest.signers().flatMap(body -> declared(contest, body)),
                contest.signers().flatMap(body -> supervised(contest, body))));
    }

    /** What would lie between these bids and those that others could give as well, each looked at by itself. */
    public static List<Conflict> foreseen(Contest contest, List<Bidding> others) {
        return sorted(others.stream()
                .flatMap(other ->
                        contest.biddings().stream().map(bidding -> between(contest, new Pair(bidding, other)))));
    }

    private static List<Conflict> sorted(Stream<Stream<Conflict>> found) {
        return found.flatMap(conflicts -> conflicts)
                .distinct()
                .sorted(Comparator.comparing(Conflict::severity).thenComparing(Conflict::rule))
                .toList();
    }

    /** What lies between two bids. */
    private static Stream<Conflict> between(Contest contest, Pair pair) {
        return Stream.of(related(contest, pair), inConcert(contest, pair), shared(pair))
                .flatMap(found -> found);
    }

    /** C01, 政府采购法实施条例 第18条第一款: one head, or direct control or management, between different bidders. */
    private static Stream<Conflict> related(Contest contest, Pair pair) {
        return pair.one()
                .signers()
                .flatMap(one -> pair.other()
                        .signers()
                        .filter(other -> !other.id().equals(one.id()))
                        .flatMap(other -> related(contest, one, other)));
    }

    private static Stream<Conflict> related(Contest contest, BodyProfile one, BodyProfile other) {
        var head = heads(contest, one).filter(heads(contest, other).collect(Collectors.toSet())::contains);
        var sameHead =
                head.map(name -> finding(Rule.C01, BLOCK, "head", List.of(one, other), one.name(), other.name(), name));
        var control = contest.controls(one, other) || contest.controls(other, one)
                ? Stream.of(finding(Rule.C01, BLOCK, "control", List.of(one, other), one.name(), other.name()))
                : Stream.<Conflict>empty();
        return Stream.concat(sameHead, control);
    }

    private static Stream<String> heads(Contest contest, BodyProfile body) {
        return body.facts(
                        FactKind.HEAD, contest.moment().day(), contest.moment().known())
                .map(Fact::value)
                .distinct();
    }

    /** C02, 条例 第74条第(四)项: members of one association that bid in concert on its orders collude. */
    private static Stream<Conflict> inConcert(Contest contest, Pair pair) {
        var one = pair.one().bidder();
        var other = pair.other().bidder();
        if (contest.isMember(one, other)) return Stream.of(withMember(contest, other, one));
        if (contest.isMember(other, one)) return Stream.of(withMember(contest, one, other));
        var joined = contest.federationsOf(one).collect(Collectors.toSet());
        return contest.federationsOf(other).anyMatch(joined::contains)
                ? Stream.of(finding(Rule.C02, WARN, "siblings", List.of(one, other), one.name(), other.name()))
                : Stream.empty();
    }

    private static Conflict withMember(Contest contest, BodyProfile federation, BodyProfile member) {
        var coordinated = contest.isDeclared(Kind.COORDINATES_BIDS, federation);
        return finding(
                Rule.C02,
                coordinated ? BLOCK : WARN,
                coordinated ? "coordinated" : "member",
                List.of(federation, member),
                federation.name(),
                member.name());
    }

    /** C02 before anybody else is known: a registered member may bid by itself, but not on its federation's orders. */
    private static Stream<Conflict> alone(Contest contest) {
        if (contest.biddings().size() != 1) return Stream.empty();
        var bidder = contest.biddings().getFirst().bidder();
        return bidder.kind() == BodyKind.LEGAL_PERSON
                        && contest.federationsOf(bidder).findAny().isPresent()
                ? Stream.of(finding(Rule.C02, INFO, "beforehand", List.of(bidder), bidder.name()))
                : Stream.empty();
    }

    /** C03, 条例 第22条第二款: who is in a consortium, or stands behind a bid, takes part in no other bid for the lot. */
    private static Stream<Conflict> shared(Pair pair) {
        var ofOther = pair.other().everybody().map(BodyProfile::id).collect(Collectors.toCollection(HashSet::new));
        return pair.one()
                .everybody()
                .filter(body -> ofOther.contains(body.id()))
                .map(body -> finding(
                        Rule.C03, BLOCK, "twice", List.of(body), body.name(), name(pair.one()), name(pair.other())));
    }

    private static String name(Bidding bidding) {
        return bidding.bidder().name();
    }

    /** C04 to C06 and C08 rest on what was declared: no registry knows it. */
    private static Stream<Conflict> declared(Contest contest, BodyProfile body) {
        return Arrays.stream(Kind.values())
                .filter(kind -> contest.isDeclared(kind, body))
                .flatMap(kind -> declared(kind, body).stream());
    }

    private static Optional<Conflict> declared(Kind kind, BodyProfile body) {
        var about = List.of(body);
        return switch (kind) {
            case CONTROLS, COORDINATES_BIDS -> Optional.empty();
            // 条例 第18条第二款: single source is the exception that the law itself makes.
            case OVERALL_DESIGN -> Optional.of(finding(Rule.C04, BLOCK, "overall", about, body.name()));
            case PARTIAL_DESIGN -> Optional.of(finding(Rule.C04, INFO, "partial", about, body.name()));
            case EVALUATOR_RELATED -> Optional.of(finding(Rule.C05, BLOCK, "evaluator", about, body.name()));
            case OFFICIAL_AS_HEAD -> Optional.of(finding(Rule.C06, WARN, "official", about, body.name()));
            case EVALUATES_STREET -> Optional.of(finding(Rule.C08, WARN, "evaluates", about, body.name()));
        };
    }

    /** C07: the buying street office is the federation's own competent business unit; not barred, but to be done in the open. */
    private static Stream<Conflict> supervised(Contest contest, BodyProfile body) {
        var department = contest.department();
        var own = body.kind() == BodyKind.FEDERATION
                && department.regionCode().equals(body.regionCode())
                && (department.purchaserType().equals("STREET_OFFICE")
                        || department.purchaserType().equals("TOWNSHIP_GOV"));
        return own
                ? Stream.of(finding(Rule.C07, WARN, "street", List.of(body), body.name(), department.name()))
                : Stream.empty();
    }

    private static Conflict finding(
            Rule rule, Severity severity, String what, List<BodyProfile> about, Object... arguments) {
        var key = rule.name().toLowerCase(Locale.ROOT);
        return new Conflict(
                rule,
                severity,
                about.stream().map(BodyProfile::id).toList(),
                Phrase.of("conflict." + key + "." + what, arguments),
                Phrase.of("conflict." + key + ".article"),
                Phrase.of("conflict." + key + "." + what + ".remedy"));
    }
}
