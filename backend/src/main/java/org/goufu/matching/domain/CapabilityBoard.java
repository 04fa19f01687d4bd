package org.goufu.matching.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.goufu.kernel.CategoryCode;
import org.goufu.kernel.Named;
import org.goufu.matching.Phrase;
import org.goufu.matching.domain.Verdict.Outcome;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.FactKind;
import org.goufu.purchase.PublishedLot;
import org.jspecify.annotations.Nullable;

/**
 * What a federation and its members can do together, and what was missing for the purchases that went past them.
 *
 * @param members who stands in it today
 */
public record CapabilityBoard(
        List<Member> members, List<Service> services, List<Staff> staff, List<String> places, List<Missing> missing) {
    private static final int EXAMPLES = 3;

    /** @param ready whether the federation may name it: filed, and with a mandate that stands */
    public record Member(
            Named body,
            List<String> categories,
            boolean ready,
            @Nullable Phrase missing,
            @Nullable Phrase remedy) {}

    /** A category with those who do it. */
    public record Service(String category, boolean own, List<Named> ready, List<Named> notReady) {}

    /** Staff with a certificate, the federation's own and its members'. */
    public record Staff(String certificate, long own, long members) {}

    /**
     * One thing that was missing.
     *
     * @param kind of the condition, CATEGORY when nobody does such work
     * @param lots to how many lots it was the thing that was missing
     * @param open how many of them can still be bid for
     */
    public record Missing(
            ConditionKind kind,
            Phrase fact,
            Phrase remedy,
            int lots,
            int open,
            long budgetFen,
            List<PublishedLot> examples) {}

    public static CapabilityBoard of(Dossier federation, Moment moment) {
        var standing = federation.members().stream()
                .filter(link -> link.membership() != null && link.membership().standsOn(moment.day(), moment.known()))
                .toList();
        var members = standing.stream()
                .map(link -> member(link, moment))
                .sorted(Comparator.comparing((Member member) -> !member.ready())
                        .thenComparing(member -> member.body().name()))
                .toList();
        return new CapabilityBoard(
                members,
                services(declared(federation.body(), moment), members),
                staff(federation.body(), standing, moment),
                places(federation.body(), standing, moment),
                List.of());
    }

    public CapabilityBoard with(List<Missing> what) {
        return new CapabilityBoard(members, services, staff, places, what);
    }

    private static Member member(Link link, Moment moment) {
        var member = link.member();
        var best = link.evidence()
                .map(evidence -> unready(evidence, moment))
                .min(Comparator.comparing(Optional::isPresent))
                .orElse(Optional.empty());
        return new Member(
                new Named(member.id(), member.name()),
                declared(member, moment),
                best.isEmpty(),
                best.map(Verdict::fact).orElse(null),
                best.map(Verdict::remedy).map(Remedy::text).orElse(null));
    }

    /** What keeps the federation from naming the member for a lot in its categories, however small. */
    private static Optional<Verdict> unready(Evidence evidence, Moment moment) {
        var category = declared(evidence.able(), moment).stream().findFirst().map(CategoryCode::new);
        return Stream.<MemberCondition>concat(
                        Stream.of(new FilingCondition()), category.map(code -> new MandateCondition(code, 1)).stream())
                .map(condition -> condition.judge(evidence, moment))
                .filter(verdict -> verdict.is(Outcome.NOT_MET))
                .findFirst();
    }

    private static List<String> declared(BodyProfile body, Moment moment) {
        return body.facts(FactKind.CATEGORY, moment.day(), moment.known())
                .map(fact -> fact.value())
                .distinct()
                .sorted()
                .toList();
    }

    private static List<Service> services(List<String> own, List<Member> members) {
        var categories = Stream.concat(own.stream(), members.stream().flatMap(member -> member.categories().stream()))
                .distinct()
                .sorted();
        return categories
                .map(category -> new Service(
                        category,
                        own.contains(category),
                        doing(category, members, true),
                        doing(category, members, false)))
                .sorted(Comparator.comparingInt(
                                (Service service) -> -service.ready().size())
                        .thenComparing(Service::category))
                .toList();
    }

    private static List<Named> doing(String category, List<Member> members, boolean ready) {
        return members.stream()
                .filter(member -> member.ready() == ready && member.categories().contains(category))
                .map(Member::body)
                .toList();
    }

    private static List<Staff> staff(BodyProfile federation, List<Link> links, Moment moment) {
        var counts = new TreeMap<String, long[]>();
        count(counts, federation, 0, moment);
        links.forEach(link -> count(counts, link.member(), 1, moment));
        return counts.entrySet().stream()
                .map(entry -> new Staff(entry.getKey(), entry.getValue()[0], entry.getValue()[1]))
                .toList();
    }

    private static void count(Map<String, long[]> counts, BodyProfile body, int column, Moment moment) {
        body.facts(FactKind.STAFF, moment.day(), moment.known())
                .forEach(fact ->
                        counts.computeIfAbsent(fact.value(), certificate -> new long[2])[column] += fact.number());
    }

    private static List<String> places(BodyProfile federation, List<Link> links, Moment moment) {
        return Stream.concat(Stream.of(federation), links.stream().map(Link::member))
                .flatMap(body -> body.facts(FactKind.PLACE, moment.day(), moment.known()))
                .map(fact -> fact.value())
                .distinct()
                .sorted()
                .toList();
    }

    /** The one thing that was missing for the lot when it closed, or is missing now; empty when nothing was. */
    public static Optional<Verdict> missed(Dossier federation, PublishedLot lot, Moment moment) {
        var terms = LotTerms.of(lot);
        var rules = Rules.of(terms);
        var fitting = federation
                .routes()
                .filter(evidence -> rules.fits(evidence, moment))
                .map(evidence -> rules.judge(evidence, moment))
                .toList();
        if (fitting.isEmpty()) return Optional.of(nobody(federation, terms, moment));
        var best = fitting.stream()
                .min(Comparator.comparingInt(judgement -> judgement.misses().size()))
                .orElseThrow();
        return best.misses().stream().findFirst();
    }

    private static Verdict nobody(Dossier federation, LotTerms lot, Moment moment) {
        var category = Phrase.category(lot.category().value());
        return new Verdict(
                ConditionKind.CATEGORY,
                null,
                Outcome.NOT_MET,
                Finding.nothing(Phrase.of("missed.category", category), moment),
                Phrase.of("missed.category", category),
                new Remedy(
                        Remedy.Action.INVITE_MEMBER,
                        federation.body().id(),
                        Map.of("category", lot.category().value()),
                        Phrase.of("missed.category.remedy")));
    }

    /** A lot that went past, with the one thing that was missing. */
    public record Missed(PublishedLot lot, Verdict missing) {}

    /** The same missing thing once, the most frequent first. */
    public static List<Missing> summed(Collection<Missed> missed) {
        Map<List<Object>, List<Missed>> same = new LinkedHashMap<>();
        missed.forEach(one -> same.computeIfAbsent(key(one.missing()), key -> new ArrayList<>())
                .add(one));
        return same.values().stream()
                .map(CapabilityBoard::missing)
                .sorted(Comparator.comparingInt(Missing::lots)
                        .thenComparingLong(Missing::budgetFen)
                        .reversed())
                .toList();
    }

    /** Mandates differ in days and caps, which matters to one lot but not to the sum. */
    private static List<Object> key(Verdict verdict) {
        return List.of(
                verdict.kind(),
                verdict.kind() == ConditionKind.CATEGORY
                        ? verdict.fact().arguments()
                        : verdict.fact().code());
    }

    private static Missing missing(List<Missed> same) {
        var first = same.getFirst().missing();
        var remedy = first.remedy();
        return new Missing(
                first.kind(),
                first.fact(),
                remedy == null ? first.rule() : remedy.text(),
                same.size(),
                (int) same.stream().filter(one -> one.lot().open()).count(),
                same.stream().mapToLong(one -> one.lot().budgetFen()).sum(),
                same.stream().map(Missed::lot).limit(EXAMPLES).toList());
    }
}
