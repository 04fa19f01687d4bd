package org.goufu.bidding.http;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.goufu.bidding.domain.Challenge;
import org.goufu.bidding.domain.HolderGroups;
import org.goufu.bidding.domain.HolderProblem;
import org.goufu.bidding.sql.HolderKeyQueries;
import org.goufu.bidding.sql.HolderKeyView;
import org.goufu.bidding.usecase.EnrolKey;
import org.goufu.kernel.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The keys with which the people of a department and the supervisors open bids. */
@RestController
@RequestMapping("/api/holder-keys")
class HolderKeyController {
    private final EnrolKey enrol;
    private final HolderKeyQueries queries;

    HolderKeyController(EnrolKey enrol, HolderKeyQueries queries) {
        this.enrol = enrol;
        this.queries = queries;
    }

    /** @param publicKey an uncompressed point of P-256, Base64 for addresses without padding */
    record Proposed(@NotNull String publicKey) {}

    /** A key that was made known, still to be proved. */
    record HolderKeyRef(UUID id, String kid) {}

    /**
     * A dummy envelope: HPKE (RFC 9180, P-256, AES-256-GCM) with info {@code goufu-seal/1 test|}id and the key's kid as additional data.
     *
     * @param enc Base64 for addresses, as all bytes here
     */
    record ChallengeView(UUID id, Challenge.Purpose purpose, String enc, String ciphertext) {}

    /** @param answer what was in the challenge */
    record Answer(@NotNull String answer) {}

    record Supervision(@NotNull Boolean wanted) {}

    /**
     * @param supervisionWanted whether the department wants a supervisor to open with it, where the law does not
     * @param lacking how many people need a key before bids can be sealed for a purchase below the limit; of supervisors where one is asked for
     * @param lackingAboveLimit the same for one above it, which a supervisor always opens with the department
     */
    record HolderKeyList(
            List<HolderKeyView> items,
            long total,
            @Nullable String next,
            boolean supervisionWanted,
            HolderGroups.Lacking lacking,
            HolderGroups.Lacking lackingAboveLimit) {}

    @GetMapping
    @Operation(summary = "The keys of one's department, or of the supervisors")
    Mono<HolderKeyList> list(Actor actor) {
        return Mono.zip(
                        queries.around(actor).collectList(),
                        queries.supervisionWanted(actor),
                        enrol.lacking(actor, true),
                        enrol.lacking(actor, false))
                .map(all -> new HolderKeyList(
                        all.getT1(), all.getT1().size(), null, all.getT2(), all.getT3(), all.getT4()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Makes a new key known; its secret half stays with its owner")
    Mono<HolderKeyRef> propose(Actor actor, @Valid @RequestBody Proposed request) {
        return enrol.propose(actor, Base64Url.read("/publicKey", request.publicKey(), HolderProblem.KEY_INVALID))
                .map(key -> new HolderKeyRef(key.id(), key.kid()));
    }

    @PostMapping("/{id}/challenges")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "A dummy envelope to open: proof of a new key, rehearsal of an enrolled one")
    Mono<ChallengeView> ask(Actor actor, @PathVariable UUID id) {
        return enrol.ask(actor, id)
                .map(challenge -> new ChallengeView(
                        challenge.id(),
                        challenge.purpose(),
                        Base64Url.of(challenge.box().enc()),
                        Base64Url.of(challenge.box().ciphertext())));
    }

    @PostMapping("/{id}/challenges/{challengeId}/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "What was in the dummy envelope")
    Mono<Void> answer(
            Actor actor, @PathVariable UUID id, @PathVariable UUID challengeId, @Valid @RequestBody Answer request) {
        return enrol.answer(
                actor, id, challengeId, Base64Url.read("/answer", request.answer(), HolderProblem.KEY_INVALID));
    }

    @PostMapping("/{id}/approval")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "A second person makes the key one of the group's; it is entered in the ledger")
    Mono<Void> approve(Actor actor, @PathVariable UUID id) {
        return enrol.approve(actor, id);
    }

    @PostMapping("/{id}/revocation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "No further lot is sealed to the key")
    Mono<Void> revoke(Actor actor, @PathVariable UUID id) {
        return enrol.revoke(actor, id);
    }

    @PostMapping("/supervision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Whether a supervisor opens the department's bids with it, also below the purchase limit")
    Mono<Void> wantSupervision(Actor actor, @Valid @RequestBody Supervision request) {
        return enrol.wantSupervision(actor, request.wanted());
    }
}
