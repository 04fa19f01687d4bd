package org.goufu.bidding.http;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goufu.bidding.domain.BidProblem;
import org.goufu.bidding.sql.SigningKeyQueries;
import org.goufu.bidding.usecase.KeepSigningKeys;
import org.goufu.kernel.Actor;
import org.goufu.ledger.Act;
import org.goufu.ledger.Ledger;
import org.goufu.ledger.SignersKeys;
import org.goufu.ledger.SignersKeys.Entered;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Keys by which a body's people sign its bids. */
@RestController
@RequestMapping("/api/me/signing-keys")
class SigningKeyController {
    private final KeepSigningKeys keys;
    private final SigningKeyQueries queries;
    private final SignersKeys entered;
    private final Ledger ledger;

    SigningKeyController(KeepSigningKeys keys, SigningKeyQueries queries, SignersKeys entered, Ledger ledger) {
        this.keys = keys;
        this.queries = queries;
        this.entered = entered;
        this.ledger = ledger;
    }

    /** @param publicKey an uncompressed point of P-256, Base64 for addresses without padding */
    record KeyForm(@NotNull String publicKey) {}

    record KeyRef(UUID id) {}

    record Keys(List<KeyRef> items) {}

    record KnownKeys(List<KnownKey> items) {}

    /**
     * @param enrolment C2SP tlog-proof of the act by which it began to sign; null when none stands in the ledger
     * @param revocation the same of its end
     */
    record KeyReceipts(@Nullable String enrolment, @Nullable String revocation) {}

    record Enrolled(UUID id) {}

    @GetMapping
    @Operation(summary = "The keys that sign for the caller's body now")
    Mono<Keys> list(Actor actor) {
        return queries.now(actor.organization()).map(KeyRef::new).collectList().map(Keys::new);
    }

    @GetMapping("/history")
    @Operation(
            summary = "All keys that ever signed in the name of the caller's body, by the platform and by its ledger")
    Mono<KnownKeys> history(Actor actor) {
        var body = actor.organization();
        return Mono.zip(queries.ever(body).collectList(), entered.of(body).collectList())
                .map(both -> new KnownKeys(KnownKey.all(actor, both.getT1(), both.getT2())));
    }

    @GetMapping("/{id}/receipts")
    @Operation(summary = "The proof of what the ledger holds of a key in the name of the caller's body")
    Mono<KeyReceipts> receipts(Actor actor, @PathVariable UUID id) {
        return entered.of(actor.organization())
                .filter(act -> act.key().equals(id))
                .map(Entered::kind)
                .concatMap(kind -> ledger.receipt(kind, id).map(receipt -> Map.entry(kind, receipt)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .map(receipts -> new KeyReceipts(
                        receipts.get(Act.Kind.SIGNING_KEY_ENROLLED), receipts.get(Act.Kind.SIGNING_KEY_REVOKED)));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary =
                    "Enrols a key that was made in the caller's browser, in the ledger, unseen until a bid that it signed is opened")
    Mono<Enrolled> enrol(Actor actor, @Valid @RequestBody KeyForm form) {
        return keys.enrol(actor, Base64Url.read("/publicKey", form.publicKey(), BidProblem.KEY_UNREADABLE))
                .map(Enrolled::new);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Revokes a key, in the ledger, too; what it signed stays signed")
    Mono<Void> revoke(Actor actor, @PathVariable UUID id) {
        return keys.revoke(actor, id);
    }
}
