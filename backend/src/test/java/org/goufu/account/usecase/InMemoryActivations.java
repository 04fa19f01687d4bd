package org.goufu.account.usecase;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.goufu.account.domain.ActivationProblem;
import org.goufu.kernel.Ids;
import org.goufu.kernel.Role;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Accounts and their codes in maps. */
public final class InMemoryActivations implements Activations {
    private final Map<UUID, Account> accounts = new HashMap<>();
    private final Map<UUID, Code> codes = new HashMap<>();

    private record Account(UUID id, UUID organization, String username, Role role, String hash) {}

    private record Code(String digest, Instant end) {
        private boolean opens(String asked) {
            return digest.equals(asked) && end.isAfter(Instant.now());
        }
    }

    /** What the account signs in with; empty while nobody has opened it. */
    public String hash(UUID id) {
        return accounts.get(id).hash();
    }

    public Role role(UUID id) {
        return accounts.get(id).role();
    }

    @Override
    public Mono<UUID> account(UUID organizationId, String username, String displayName, Role role) {
        return Mono.fromCallable(() -> {
            var known = accounts.values().stream()
                    .filter(account -> account.username().equals(username))
                    .findFirst();
            if (known.isPresent() && !known.get().organization().equals(organizationId)) {
                throw ActivationProblem.NAME_TAKEN.raise(username);
            }
            var account = known.orElseGet(() -> new Account(Ids.next(), organizationId, username, role, ""));
            accounts.put(account.id(), account);
            return account.id();
        });
    }

    /** Such a one acts for nobody but himself or herself. */
    @Override
    public Mono<UUID> person(UUID accountId, String username, String displayName, Role role) {
        return Mono.fromSupplier(() -> {
            accounts.putIfAbsent(accountId, new Account(accountId, accountId, username, role, ""));
            return accountId;
        });
    }

    @Override
    public Mono<Void> rename(UUID accountId, String displayName) {
        return Mono.empty();
    }

    @Override
    public Flux<UUID> opened(Collection<UUID> accountIds) {
        return Flux.fromStream(() -> accounts.values().stream()
                .filter(account ->
                        accountIds.contains(account.id()) && !account.hash().isEmpty())
                .map(Account::id));
    }

    @Override
    public Mono<Instant> put(UUID accountId, String digest, Duration first, Duration again) {
        return Mono.fromSupplier(() -> {
            var end = Instant.now().plus(hash(accountId).isEmpty() ? first : again);
            codes.put(accountId, new Code(digest, end));
            return end;
        });
    }

    @Override
    public Mono<Opening> find(String digest) {
        return Mono.justOrEmpty(codes.entrySet().stream()
                .filter(entry -> entry.getValue().opens(digest))
                .map(entry ->
                        new Opening(entry.getKey(), accounts.get(entry.getKey()).username()))
                .findFirst());
    }

    @Override
    public Mono<UUID> use(String digest, String passwordHash) {
        return find(digest).map(opening -> {
            codes.remove(opening.accountId());
            var account = accounts.get(opening.accountId());
            accounts.put(
                    account.id(),
                    new Account(
                            account.id(), account.organization(), account.username(), account.role(), passwordHash));
            return account.id();
        });
    }

    @Override
    public Flux<UUID> withAccounts(Collection<UUID> organizationIds) {
        return Flux.fromStream(() -> accounts.values().stream()
                .map(Account::organization)
                .filter(organizationIds::contains)
                .distinct());
    }

    @Override
    public Mono<Void> turn(UUID organizationId, Role before, Role after) {
        return Mono.fromRunnable(() -> accounts.replaceAll(
                (id, account) -> account.organization().equals(organizationId) && account.role() == before
                        ? new Account(id, organizationId, account.username(), after, account.hash())
                        : account));
    }
}
