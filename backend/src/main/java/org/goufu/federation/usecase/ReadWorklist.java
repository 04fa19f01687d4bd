package org.goufu.federation.usecase;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goufu.federation.usecase.Rosters.Accepted;
import org.goufu.federation.usecase.Rosters.Loose;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Named;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.OrganizationDirectory;
import org.goufu.organization.RegistryWork;
import org.goufu.organization.RegistryWork.Pile;
import org.goufu.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Gathers what waits for the registrars of a region: what the registry knows, and what the rosters of its federations know. */
@Component
public class ReadWorklist {
    /** More memberships than ever wait for one street. */
    private static final int MOST = 5_000;

    private static final int STREET = 4;

    private final RegistryWork work;
    private final OrganizationDirectory organizations;
    private final Rosters rosters;
    private final BusinessClock clock;

    ReadWorklist(RegistryWork work, OrganizationDirectory organizations, Rosters rosters, BusinessClock clock) {
        this.work = work;
        this.organizations = organizations;
        this.rosters = rosters;
        this.clock = clock;
    }

    /** The four lists. */
    public enum Part {
        REVIEW,
        EXPIRING,
        CONFLICTS,
        UNFEDERATED
    }

    /** How much waits in each list. */
    public record Counts(long review, long expiring, long conflicts, long unfederated) {
        public long of(Part part) {
            return switch (part) {
                case REVIEW -> review;
                case EXPIRING -> expiring;
                case CONFLICTS -> conflicts;
                case UNFEDERATED -> unfederated;
            };
        }
    }

    /** What waits: what the registry knows of, and what the rosters know of. */
    public enum Matter {
        APPLICATION,
        OPINION,
        REVIEW,
        REQUEST,
        DECLARATION,
        /** One to which the member has said yes waits for the street. */
        MEMBERSHIP,
        FILING_ENDS,
        GRADE_ENDS,
        QUALIFICATION_ENDS,
        TAX_ENDS,
        SAME_LEADER,
        SAME_HEAD,
        SAME_NAME,
        /** A validly filed group that is in no federation. */
        UNFEDERATED;

        static Matter of(RegistryWork.Matter matter) {
            return valueOf(matter.name());
        }
    }

    /** One thing that waits. */
    public record Item(
            String key,
            Matter matter,
            UUID subjectId,
            String name,
            String regionCode,
            @Nullable LocalDate day,
            @Nullable String word,
            List<Named> others) {

        static Item of(RegistryWork.Item item) {
            return new Item(
                    item.key(),
                    Matter.of(item.matter()),
                    item.subjectId(),
                    item.name(),
                    item.regionCode(),
                    item.day(),
                    item.word(),
                    item.others());
        }
    }

    /** @param items one more than asked for when there are more */
    public record Worklist(Counts counts, List<Item> items) {}

    public Mono<Worklist> of(Actor actor, Part part, String after, int rows) {
        return clock.today()
                .zipWith(accepted(actor))
                .flatMap(now -> Mono.zip(
                        counts(actor, now.getT1(), now.getT2().size()),
                        items(actor, part, now.getT1(), after, rows, now.getT2())))
                .map(both -> new Worklist(both.getT1(), both.getT2()));
    }

    private Mono<Counts> counts(Actor actor, LocalDate today, int accepted) {
        return Mono.zip(
                        work.count(Pile.REVIEW, actor, today),
                        work.count(Pile.EXPIRING, actor, today),
                        work.count(Pile.CONFLICTS, actor, today),
                        rosters.countLoose(actor.region(), today))
                .map(counted ->
                        new Counts(counted.getT1() + accepted, counted.getT2(), counted.getT3(), counted.getT4()));
    }

    private Mono<List<Item>> items(
            Actor actor, Part part, LocalDate today, String after, int rows, List<Item> accepted) {
        return switch (part) {
            case REVIEW ->
                registry(Pile.REVIEW, actor, today, after, rows).map(found -> merged(found, accepted, after, rows));
            case EXPIRING -> registry(Pile.EXPIRING, actor, today, after, rows);
            case CONFLICTS -> registry(Pile.CONFLICTS, actor, today, after, rows);
            case UNFEDERATED ->
                rosters.loose(actor.region(), today, after, rows)
                        .map(ReadWorklist::loose)
                        .collectList();
        };
    }

    private Mono<List<Item>> registry(Pile pile, Actor actor, LocalDate today, String after, int rows) {
        return work.list(pile, actor, today, after, rows).map(Item::of).collectList();
    }

    private static List<Item> merged(List<Item> found, List<Item> more, String after, int rows) {
        return Stream.concat(
                        found.stream(), more.stream().filter(item -> item.key().compareTo(after) > 0))
                .sorted(Comparator.comparing(Item::key))
                .limit(rows)
                .toList();
    }

    /** Memberships wait for the street alone. */
    private Mono<List<Item>> accepted(Actor actor) {
        if (actor.region().level() != STREET) {
            return Mono.just(List.of());
        }
        return rosters.accepted(actor.region(), MOST)
                .collectList()
                .flatMap(waiting -> organizations
                        .findAll(waiting.stream()
                                .flatMap(one -> Stream.of(one.memberId(), one.federationId()))
                                .collect(Collectors.toSet()))
                        .collectMap(BodyProfile::id)
                        .map(bodies -> waiting.stream()
                                .filter(one -> bodies.containsKey(one.memberId()))
                                .map(one -> accepted(one, bodies))
                                .toList()));
    }

    private static Item accepted(Accepted one, Map<UUID, BodyProfile> bodies) {
        var member = bodies.get(one.memberId());
        var federation = bodies.get(one.federationId());
        return new Item(
                one.on() + "MEMBERSHIP" + one.membershipId(),
                Matter.MEMBERSHIP,
                one.membershipId(),
                member.name(),
                member.regionCode(),
                one.on(),
                federation == null ? null : federation.name(),
                List.of());
    }

    private static Item loose(Loose group) {
        return new Item(
                group.groupId().toString(),
                Matter.UNFEDERATED,
                group.groupId(),
                group.name(),
                group.regionCode(),
                null,
                null,
                List.of());
    }
}
