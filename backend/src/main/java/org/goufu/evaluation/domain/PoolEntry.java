package org.goufu.evaluation.domain;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.goufu.kernel.Actor;
import org.goufu.kernel.RegionCode;
import org.goufu.kernel.Role;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of the pool, as those keep him or her who may: experts the finance department of their region (财库〔2016〕198号 第4条), a
 * purchaser its own people and the residents that it names.
 *
 * @param number the name to sign in with
 * @param stateReason why one is not drawn, or was drawn again; null from the beginning
 */
public record PoolEntry(
        PoolMember member,
        String number,
        String phone,
        @Nullable String email,
        State state,
        @Nullable String stateReason,
        long version) {

    /** Only who is ACTIVE is drawn or named. */
    public enum State {
        ACTIVE,
        SUSPENDED,
        RETIRED
    }

    /** Fails with {@code pool/not-found} for somebody whom others keep. */
    public PoolEntry keptBy(Actor actor) {
        if (!isKeptBy(actor)) throw PoolProblem.NOT_FOUND.raise();
        return this;
    }

    private boolean isKeptBy(Actor actor) {
        if (member.kind() != PoolMember.Kind.EXPERT) {
            return actor.departmentId() != null && actor.departmentId().equals(member.departmentId());
        }
        return actor.is(Role.PLATFORM_ADMIN) || actor.supervises(new RegionCode(member.regionCode()));
    }

    public static boolean keepsExperts(Actor actor) {
        return actor.is(Role.PLATFORM_ADMIN) || actor.supervised().isPresent();
    }

    /** Fails with {@code pool/wrong-state} where one is in that state already, with {@code pool/reason-needed} without a word. */
    public PoolEntry turned(State next, String reason) {
        if (state == next) throw PoolProblem.WRONG_STATE.raise(next.ordinal());
        if (reason.isBlank()) throw PoolProblem.REASON_NEEDED.raise();
        return new PoolEntry(member, number, phone, email, next, reason.strip(), version);
    }

    /** Another entry's items under this one's number, state and version. */
    public PoolEntry with(PoolEntry typed) {
        return new PoolEntry(typed.member, number, typed.phone, typed.email, state, stateReason, version);
    }

    /** What is on record and would be there no more, or would stand in nobody's way any more for having ended long ago. */
    public List<PoolMember.Tie> lostBy(List<PoolMember.Tie> stated, LocalDate today) {
        return member.ties().stream()
                .filter(tie -> stated.stream()
                        .filter(one -> one.body().equals(tie.body()))
                        .noneMatch(one -> one.standsInTheWay(today) || !tie.standsInTheWay(today)))
                .toList();
    }

    /** With these relations instead of those on record. */
    public PoolEntry stating(List<PoolMember.Tie> ties) {
        return new PoolEntry(member.tied(ties), number, phone, email, state, stateReason, version);
    }

    /** Those items in which the other differs, as they stand here. */
    public Map<String, @Nullable Object> itemsUnlike(PoolEntry other) {
        var theirs = other.items();
        return items().entrySet().stream()
                .filter(item -> !Objects.equals(item.getValue(), theirs.get(item.getKey())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
    }

    /** What is on record, by name. */
    public Map<String, @Nullable Object> items() {
        var items = new TreeMap<String, @Nullable Object>();
        items.put("name", member.name());
        items.put("employer", member.employer());
        items.put("title", member.title());
        items.put("phone", phone);
        items.put("email", Objects.requireNonNullElse(email, ""));
        items.put("regionCode", member.regionCode());
        items.put("places", member.places());
        items.put("fields", member.fields());
        items.put("avoidances", member.ties().stream().map(PoolEntry::item).toList());
        return Collections.unmodifiableMap(items);
    }

    private static Map<String, @Nullable Object> item(PoolMember.Tie tie) {
        var item = new TreeMap<String, @Nullable Object>();
        item.put("name", tie.name());
        item.put("relation", tie.relation().name());
        item.put("until", tie.until() == null ? null : tie.until().toString());
        return item;
    }
}
