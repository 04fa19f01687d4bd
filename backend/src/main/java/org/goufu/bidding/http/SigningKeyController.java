package org.goufu.bidding.http;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goufu.bidding.domain.BidProblem;
import org.goufu.bidding.sql.BidQueries;
import org.goufu.bidding.sql.BidQueries.KeyRow;
import org.goufu.bidding.usecase.KeepSigningKeys;
import org.goufu.kernel.Actor;
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
    private final BidQueries queries;

    SigningKeyController(KeepSigningKeys keys, BidQueries queries) {
        this.keys = keys;
        this.queries = queries;
    }

    /** @param publicKey an uncompressed point of P-256, Base64 for addresses without padding */
    record KeyForm(@NotNull String publicKey) {}

    /** @param own whether the caller made it */
    record KeyView(UUID id, String holder, boolean own, String fingerprint, Instant enrolledAt) {
        static KeyView of(Actor actor, KeyRow row) {
            return new KeyView(
                    row.id(),
                    row.holder(),
                    row.account().equals(actor.accountId()),
                    row.fingerprint(),
                    row.enrolledAt());
        }
    }

    record Keys(List<KeyView> items) {}

    record Enrolled(UUID id) {}

    @GetMapping
    @Operation(summary = "The keys that sign for the caller's body now")
    Mono<Keys> list(Actor actor) {
        return queries.keys(actor.organization())
                .map(row -> KeyView.of(actor, row))
                .collectList()
                .map(Keys::new);
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
