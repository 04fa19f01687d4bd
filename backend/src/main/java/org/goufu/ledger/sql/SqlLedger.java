package org.goufu.ledger.sql;

import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.Readable;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goufu.ledger.Act;
import org.goufu.ledger.Ledger;
import org.goufu.ledger.LedgerProblem;
import org.goufu.ledger.domain.Entry;
import org.goufu.ledger.usecase.ProveEntries;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Enters acts through the database's own function, which alone knows the order. */
@Component
class SqlLedger implements Ledger {
    private static final String APPEND = """
            select ledger.append(:kinds, :subjects, :purchases, :salts, :bodies, :reveal) as entered
            """;
    private static final String HOLD = """
            select size from ledger.head for update
            """;
    private static final String STANDING = """
            select act.kind, act.subject
              from unnest(:kinds, :subjects) as given (kind, subject)
              join ledger.act on act.kind = given.kind and act.subject = given.subject
            """;
    private static final String LAST_OF = """
            select distinct on (act.purchase) act.purchase, encode(entry.commitment, 'hex') as commitment
              from ledger.act
              join ledger.entry on entry.index = act.index
             where act.purchase = any (:purchases) and act.revealed and act.revealed_by is null
             order by act.purchase, act.index desc
            """;
    private static final String LAST_DONE_TO = """
            select distinct on (act.subject) act.subject, encode(entry.commitment, 'hex') as commitment
              from ledger.act
              join ledger.entry on entry.index = act.index
             where act.subject = any (:subjects) and act.purchase is null
             order by act.subject, act.index desc
            """;
    private static final String REVEAL = """
            update ledger.act
               set revealed = true, revealed_by = (select by.index from ledger.act by where by.kind = :kind and by.subject = :by)
             where subject = any (:subjects) and purchase = :purchase and not revealed
            """;
    private static final String PLACE = """
            select index from ledger.act where kind = :kind and subject = :subject
            """;
    private static final String ENTERED = """
            select count(*) as entered from ledger.act where kind = :kind
            """;
    private static final String HALTED = "GF001";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final DatabaseClient database;
    private final ProveEntries proofs;

    SqlLedger(DatabaseClient database, ProveEntries proofs) {
        this.database = database;
        this.proofs = proofs;
    }

    /** An act as it is hashed: what is entered is this text, never a rewriting of it. */
    private record Written(Act act, byte[] salt, String body) {
        static Written of(Act act, Map<String, Object> beside) {
            var salt = new byte[Entry.SALT_LENGTH];
            RANDOM.nextBytes(salt);
            var said = new TreeMap<>(act.details());
            said.putAll(beside);
            said.put("kind", act.kind().name());
            said.put("subject", act.subject().toString());
            if (act.purchase() != null) said.put("purchase", act.purchase().toString());
            return new Written(act, salt, JSON.writeValueAsString(said));
        }

        String commitment() {
            return HexFormat.of().formatHex(Entry.commitment(salt, body.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** An act as the ledger tells it from others. */
    private record Name(String kind, UUID subject) {
        static Name of(Act act) {
            return new Name(act.kind().name(), act.subject());
        }
    }

    @Override
    public Mono<Void> enter(List<Act> acts) {
        if (acts.isEmpty()) return Mono.empty();
        long blinded = acts.stream().filter(act -> act.kind().isBlinded()).count();
        if (blinded == 0) return enterChained(acts, true);
        if (blinded < acts.size()) throw new IllegalArgumentException("blinded acts among open ones");
        if (acts.stream().allMatch(act -> act.purchase() == null)) return enterChained(acts, false);
        return append(acts.stream().map(act -> Written.of(act, Map.of())).toList(), false);
    }

    /** The order is held first: what an act names as the one before it must still be that when it is entered. */
    private Mono<Void> enterChained(List<Act> acts, boolean open) {
        return database.sql(HOLD)
                .then()
                .then(standing(acts))
                .map(standing -> acts.stream()
                        .filter(act -> !standing.contains(Name.of(act)))
                        .toList())
                .filter(fresh -> !fresh.isEmpty())
                .flatMap(fresh -> lastOf(fresh)
                        .zipWith(lastDoneTo(fresh))
                        .flatMap(last -> append(chained(fresh, last.getT1(), last.getT2()), open)));
    }

    /**
     * @param ofPurchases commitment of the last open act of each
     * @param doneTo of the last act, open or blinded, of subjects of no purchase
     */
    private static List<Written> chained(List<Act> acts, Map<UUID, String> ofPurchases, Map<UUID, String> doneTo) {
        var written = new ArrayList<Written>();
        for (var act : acts) {
            var last = act.purchase() == null ? doneTo : ofPurchases;
            var of = act.purchase() == null ? act.subject() : act.purchase();
            var beside = new TreeMap<String, Object>(Map.of("follows", last.getOrDefault(of, "")));
            var restsOn = act.restsOn().stream()
                    .map(subject -> doneTo.getOrDefault(subject, ""))
                    .toList();
            if (!restsOn.isEmpty()) beside.put("rests", restsOn);
            var next = Written.of(act, beside);
            last.put(of, next.commitment());
            written.add(next);
        }
        return written;
    }

    private Mono<Set<Name>> standing(List<Act> acts) {
        return database.sql(STANDING)
                .bind("kinds", column(acts, act -> act.kind().name(), String[]::new))
                .bind("subjects", column(acts, Act::subject, UUID[]::new))
                .map(row -> new Name(text(row, "kind"), id(row, "subject")))
                .all()
                .collect(Collectors.toSet());
    }

    private Mono<Map<UUID, String>> lastOf(List<Act> acts) {
        var purchases = acts.stream()
                .map(Act::purchase)
                .filter(Objects::nonNull)
                .distinct()
                .toArray(UUID[]::new);
        return database.sql(LAST_OF)
                .bind("purchases", purchases)
                .map(row -> Map.entry(id(row, "purchase"), text(row, "commitment")))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Mono<Map<UUID, String>> lastDoneTo(List<Act> acts) {
        var subjects = acts.stream()
                .flatMap(act -> Stream.concat(
                        act.purchase() == null ? Stream.of(act.subject()) : Stream.empty(), act.restsOn().stream()))
                .distinct()
                .toArray(UUID[]::new);
        return database.sql(LAST_DONE_TO)
                .bind("subjects", subjects)
                .map(row -> Map.entry(id(row, "subject"), text(row, "commitment")))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Mono<Void> append(List<Written> written, boolean reveal) {
        return database.sql(APPEND)
                .bind("kinds", column(written, one -> one.act().kind().name(), String[]::new))
                .bind("subjects", column(written, one -> one.act().subject(), UUID[]::new))
                .bind("purchases", column(written, one -> one.act().purchase(), UUID[]::new))
                .bind("salts", column(written, one -> HexFormat.of().formatHex(one.salt()), String[]::new))
                .bind("bodies", column(written, Written::body, String[]::new))
                .bind("reveal", reveal)
                .then()
                .onErrorMap(SqlLedger::isHalted, halted -> LedgerProblem.HALTED.raise());
    }

    private static boolean isHalted(Throwable failure) {
        return failure.getCause() instanceof R2dbcException refused && HALTED.equals(refused.getSqlState());
    }

    @Override
    public Mono<Void> reveal(Act by, Collection<UUID> subjects) {
        if (by.kind().isBlinded()) throw new IllegalArgumentException("revealed by a blinded act");
        return enter(List.of(by))
                .then(database.sql(REVEAL)
                        .bind("kind", by.kind().name())
                        .bind("by", by.subject())
                        .bind("purchase", Objects.requireNonNull(by.purchase()))
                        .bind("subjects", subjects.toArray(UUID[]::new))
                        .then());
    }

    @Override
    public Mono<String> receipt(Act.Kind kind, UUID subject) {
        return database.sql(PLACE)
                .bind("kind", kind.name())
                .bind("subject", subject)
                .mapValue(Long.class)
                .one()
                .switchIfEmpty(Mono.error(LedgerProblem.ENTRY_NOT_FOUND::raise))
                .flatMap(proofs::ownReceipt);
    }

    @Override
    public Mono<Long> entered(Act.Kind kind) {
        return database.sql(ENTERED)
                .bind("kind", kind.name())
                .mapValue(Long.class)
                .one();
    }

    private static <S, T> T[] column(List<S> rows, Function<S, @Nullable T> value, IntFunction<T[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    private static UUID id(Readable row, String name) {
        return Objects.requireNonNull(row.get(name, UUID.class));
    }

    private static String text(Readable row, String name) {
        return Objects.requireNonNull(row.get(name, String.class));
    }
}
