package org.goufu.organization.usecase;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.organization.OrganizationProblem;
import org.goufu.organization.domain.BodyChange;
import org.goufu.organization.domain.RegisteredBody;
import org.goufu.platform.http.HttpProblem;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Bodies in a map, with the acts on them. */
public final class InMemoryBodies implements Bodies, BodyHistory {
    private static final int COUNTY_DIGITS = 6;

    public final List<BodyChange> changes = new ArrayList<>();
    private final Map<UUID, RegisteredBody> rows = new LinkedHashMap<>();

    public RegisteredBody holding(RegisteredBody body) {
        rows.put(body.id(), body);
        return body;
    }

    @Override
    public Mono<RegisteredBody> get(UUID id) {
        return Mono.fromSupplier(() -> rows.get(id)).switchIfEmpty(Mono.error(OrganizationProblem.NOT_FOUND::raise));
    }

    @Override
    public Mono<RegisteredBody> lock(UUID id) {
        return get(id);
    }

    @Override
    public Flux<Lookalike> lookalikes(RegisteredBody body) {
        return Flux.fromStream(() -> rows.values().stream()
                .filter(row -> !row.id().equals(body.id()))
                .filter(row -> sameCode(row, body) || sameCertificate(row, body) || sameNameInCounty(row, body))
                .map(row -> new Lookalike(
                        row.id(),
                        row.name(),
                        Objects.requireNonNullElse(row.creditCode(), ""),
                        sameCode(row, body),
                        sameCertificate(row, body)))
                .sorted(Comparator.comparing(Lookalike::sameCode).reversed().thenComparing(Lookalike::id)));
    }

    @Override
    public Flux<RegisteredBody> namesakes(RegisteredBody body) {
        return Flux.fromStream(() -> rows.values().stream()
                .filter(row -> !row.id().equals(body.id()) && sameNameInCounty(row, body))
                .sorted(Comparator.comparing(row -> row.id().toString())));
    }

    @Override
    public Mono<Void> retire(RegisteredBody body, UUID joinedTo, Actor by) {
        return Mono.fromRunnable(() -> rows.remove(body.id()));
    }

    private static boolean sameCode(RegisteredBody row, RegisteredBody body) {
        return body.creditCode() != null && body.creditCode().equals(row.creditCode());
    }

    private static boolean sameCertificate(RegisteredBody row, RegisteredBody body) {
        return body.legacyCertNo() != null && body.legacyCertNo().equals(row.legacyCertNo());
    }

    private static boolean sameNameInCounty(RegisteredBody row, RegisteredBody body) {
        return row.name().equals(body.name()) && row.region().value().startsWith(county(body));
    }

    private static String county(RegisteredBody body) {
        var code = body.region().value();
        return code.substring(0, Math.min(COUNTY_DIGITS, code.length()));
    }

    @Override
    public Mono<Void> add(RegisteredBody body) {
        return written(body, 0);
    }

    @Override
    public Mono<Void> save(RegisteredBody body) {
        return get(body.id()).flatMap(row -> written(body, row.version()));
    }

    private Mono<Void> written(RegisteredBody body, long version) {
        return Mono.fromRunnable(() -> {
            if (rows.values().stream().anyMatch(row -> !row.id().equals(body.id()) && sameCode(row, body))) {
                throw OrganizationProblem.CREDIT_CODE_TAKEN.raise(String.valueOf(body.creditCode()));
            }
            holding(at(body, version));
        });
    }

    @Override
    public Mono<Long> append(BodyChange change) {
        return get(change.bodyId()).map(row -> noted(row, change));
    }

    @Override
    public Mono<Long> append(BodyChange change, long expectedVersion) {
        return Mono.fromCallable(() -> {
            @Nullable RegisteredBody row = rows.get(change.bodyId());
            if (row == null || row.version() != expectedVersion) throw HttpProblem.VERSION_STALE.raise();
            return noted(row, change);
        });
    }

    private long noted(RegisteredBody row, BodyChange change) {
        changes.add(change);
        return holding(at(row, row.version() + 1)).version();
    }

    private static RegisteredBody at(RegisteredBody body, long version) {
        return new RegisteredBody(
                body.id(),
                body.name(),
                body.kind(),
                body.legalForm(),
                body.creditCode(),
                body.filingNumber(),
                body.region(),
                body.foundedOn(),
                body.businessScope(),
                body.address(),
                body.legacyCertNo(),
                body.registrationAuthority(),
                body.registration(),
                version);
    }
}
