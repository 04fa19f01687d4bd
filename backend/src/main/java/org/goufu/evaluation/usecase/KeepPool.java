package org.goufu.evaluation.usecase;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.goufu.account.Contacts.Invitation;
import org.goufu.account.People;
import org.goufu.evaluation.domain.PoolAct;
import org.goufu.evaluation.domain.PoolChange;
import org.goufu.evaluation.domain.PoolEntry;
import org.goufu.evaluation.domain.PoolProblem;
import org.goufu.kernel.Actor;
import org.goufu.kernel.FieldProblem;
import org.goufu.kernel.Ids;
import org.goufu.kernel.Role;
import org.goufu.organization.DepartmentDirectory;
import org.goufu.organization.DepartmentView;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.http.Versions;
import org.goufu.platform.time.BusinessClock;
import org.goufu.reference.Regions;
import org.goufu.reference.ServiceCategories;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Who keeps the pool enters people, changes what is on record, and says who is drawn no more. */
@Component
public class KeepPool {
    private final PoolEntries entries;
    private final AvoidedBodies bodies;
    private final DepartmentDirectory departments;
    private final Regions regions;
    private final ServiceCategories categories;
    private final People people;
    private final BusinessClock clock;
    private final Transactions transactions;

    KeepPool(
            PoolEntries entries,
            AvoidedBodies bodies,
            DepartmentDirectory departments,
            Regions regions,
            ServiceCategories categories,
            People people,
            BusinessClock clock,
            Transactions transactions) {
        this.entries = entries;
        this.bodies = bodies;
        this.departments = departments;
        this.regions = regions;
        this.categories = categories;
        this.people = people;
        this.clock = clock;
        this.transactions = transactions;
    }

    /**
     * Under the next number.
     *
     * <p>Fails with {@code pool/not-well-formed} naming every wrong field, and with {@code pool/to-acknowledge} naming those who are
     * alike.
     */
    public Mono<UUID> enter(Actor actor, EvaluatorForm form) {
        return transactions.write(read(actor, Ids.next(), form)
                .delayUntil(typed -> acknowledged(typed, form))
                .zipWith(entries.nextNumber(), KeepPool::numbered)
                .delayUntil(entry ->
                        entries.add(entry, new PoolChange(PoolAct.ENTERED, actor, null, Map.of(), entry.items())))
                .map(entry -> entry.member().account()));
    }

    private static PoolEntry numbered(PoolEntry typed, String number) {
        return new PoolEntry(typed.member(), number, typed.phone(), typed.email(), typed.state(), null, 1);
    }

    /** Fails with {@code http/version-stale} when somebody changed it meanwhile, otherwise as entering does. */
    public Mono<Void> change(Actor actor, UUID account, long version, EvaluatorForm form) {
        return transactions.write(entries.hold(account)
                .map(entry -> entry.keptBy(actor))
                .doOnNext(entry -> Versions.check(version, entry.version()))
                .zipWith(read(actor, account, form))
                .delayUntil(both -> acknowledged(both.getT2(), form))
                .flatMap(both -> changed(actor, both.getT1(), both.getT1().with(both.getT2()))));
    }

    private Mono<Void> changed(Actor actor, PoolEntry before, PoolEntry after) {
        if (before.member().kind() != after.member().kind()) {
            throw PoolProblem.NOT_WELL_FORMED.raise(List.of(FieldProblem.of("/kind", "pool-kind-stays")), 1);
        }
        return entries.save(after, PoolChange.between(PoolAct.CHANGED, actor, null, before, after))
                .then(people.rename(after.member().account(), after.member().name()));
    }

    private Mono<PoolEntry> read(Actor actor, UUID account, EvaluatorForm form) {
        return Mono.zip(department(actor), bodies.names(form.avoidances()), clock.today())
                .map(found -> new EvaluatorReader(form, actor, regions, categories)
                        .as(account, found.getT1().orElse(null), found.getT2(), found.getT3()));
    }

    private Mono<Optional<DepartmentView>> department(Actor actor) {
        return PoolEntry.keepsExperts(actor)
                ? Mono.just(Optional.empty())
                : departments.find(actor.department()).map(Optional::of);
    }

    private Mono<Void> acknowledged(PoolEntry typed, EvaluatorForm form) {
        if (Boolean.TRUE.equals(form.acknowledged())) return Mono.empty();
        return entries.alike(typed)
                .collectList()
                .doOnNext(KeepPool::refuseAlike)
                .then();
    }

    private static void refuseAlike(List<PoolEntry> alike) {
        if (alike.isEmpty()) return;
        var named = alike.stream()
                .map(other -> FieldProblem.of(
                        "/name",
                        "pool-alike",
                        other.member().name(),
                        other.number(),
                        other.member().employer()))
                .toList();
        throw PoolProblem.TO_ACKNOWLEDGE.raise(named, named.size());
    }

    /** Who is suspended or has left is never drawn; seats that were drawn before stay until the purchaser gives them to the next. */
    public Mono<Void> turn(Actor actor, UUID account, PoolEntry.State next, String reason) {
        return transactions.write(entries.hold(account)
                .map(entry -> entry.keptBy(actor).turned(next, reason))
                .flatMap(entry -> entries.save(
                        entry, new PoolChange(act(next), actor, entry.stateReason(), Map.of(), Map.of()))));
    }

    private static PoolAct act(PoolEntry.State next) {
        return switch (next) {
            case ACTIVE -> PoolAct.RESUMED;
            case SUSPENDED -> PoolAct.SUSPENDED;
            case RETIRED -> PoolAct.RETIRED;
        };
    }

    /** A code with which the person opens the account or renews a forgotten password (decision 0017). */
    public Mono<Invitation> invite(Actor actor, UUID account) {
        return transactions.write(entries.hold(account)
                .map(entry -> entry.keptBy(actor))
                .delayUntil(
                        entry -> entries.save(entry, new PoolChange(PoolAct.INVITED, actor, null, Map.of(), Map.of())))
                .flatMap(entry ->
                        people.invite(account, entry.number(), entry.member().name(), Role.EVALUATOR)));
    }
}
