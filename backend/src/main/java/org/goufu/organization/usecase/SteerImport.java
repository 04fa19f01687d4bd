package org.goufu.organization.usecase;

import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.goufu.kernel.Actor;
import org.goufu.organization.domain.ImportField;
import org.goufu.organization.domain.RegistryImport;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.http.Versions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * A registrar decides what becomes of an import: other columns, apply, undo, throw away.
 *
 * <p>Every act fails with {@code import/not-found} for a registrar of another region, and with {@code http/version-stale} when the
 * import is no longer what was looked at.
 */
@Component
public class SteerImport {
    private final Imports imports;
    private final Transactions transactions;

    SteerImport(Imports imports, Transactions transactions) {
        this.imports = imports;
        this.transactions = transactions;
    }

    /** Fails with {@code import/mapping-invalid}. */
    public Mono<Void> remap(Actor actor, UUID id, List<@Nullable ImportField> fields, long version) {
        return steer(actor, id, version, found -> found.remapped(fields));
    }

    /** Fails with {@code import/nothing-to-apply} or {@code import/not-ready}. */
    public Mono<Void> apply(Actor actor, UUID id, long version) {
        return steer(actor, id, version, RegistryImport::applied);
    }

    /** Fails with {@code import/not-applied}. */
    public Mono<Void> undo(Actor actor, UUID id, long version) {
        return steer(actor, id, version, RegistryImport::undone);
    }

    /** Fails with {@code import/busy}. */
    public Mono<Void> discard(Actor actor, UUID id, long version) {
        return transactions.write(
                mine(actor, id, version).map(RegistryImport::discarded).flatMap(imports::remove));
    }

    private Mono<Void> steer(Actor actor, UUID id, long version, UnaryOperator<RegistryImport> act) {
        return transactions.write(
                mine(actor, id, version).map(act).flatMap(imports::save).then());
    }

    private Mono<RegistryImport> mine(Actor actor, UUID id, long version) {
        return imports.get(id)
                .map(found -> found.keptBy(actor.region()))
                .doOnNext(found -> Versions.check(version, found.version()));
    }
}
