package org.goufu.bidding.usecase;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.goufu.bidding.ConsortiumNews.What;
import org.goufu.bidding.domain.Agreement;
import org.goufu.bidding.domain.BidProblem;
import org.goufu.bidding.domain.Box;
import org.goufu.bidding.domain.ConsortiumProblem;
import org.goufu.bidding.domain.SigningKey;
import org.goufu.bidding.usecase.Consortia.Held;
import org.goufu.bidding.usecase.ConsortiumSeats.Signature;
import org.goufu.kernel.Actor;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.OrganizationDirectory;
import org.goufu.platform.database.Transactions;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A member's own person signs exactly the text that was read, refuses it, or takes the signature back until the deadline. */
@Component
public class SignAgreement {
    private final MakeBoxes making;
    private final Consortia consortia;
    private final ConsortiumSeats seats;
    private final SigningKeys keys;
    private final OrganizationDirectory organizations;
    private final TellConsortia telling;
    private final Transactions transactions;

    SignAgreement(
            MakeBoxes making,
            Consortia consortia,
            ConsortiumSeats seats,
            SigningKeys keys,
            OrganizationDirectory organizations,
            TellConsortia telling,
            Transactions transactions) {
        this.making = making;
        this.consortia = consortia;
        this.seats = seats;
        this.keys = keys;
        this.organizations = organizations;
        this.telling = telling;
        this.transactions = transactions;
    }

    /** Which text of which lead. */
    public record Text(UUID lot, UUID lead, String hash) {}

    /**
     * Fails with {@code consortium/text-changed} when that is not what is asked now, and with {@code consortium/signed-elsewhere} or
     * {@code consortium/bids-alone} when the body takes part already: it is told of its own deeds only.
     */
    public Mono<Void> sign(Actor actor, Text text, Signature signature) {
        var body = actor.organization();
        return making.box(text.lot())
                .flatMap(box -> transactions.write(asked(text, body)
                        .delayUntil(agreement -> mustBeSigned(body, agreement, signature))
                        .delayUntil(agreement -> mustBeFree(agreement, body))
                        .delayUntil(agreement -> seats.sign(agreement, body, signature, actor))
                        .flatMap(agreement -> tell(box, agreement, body, What.SIGNED))));
    }

    public Mono<Void> refuse(Actor actor, Text text) {
        var body = actor.organization();
        return making.box(text.lot())
                .flatMap(box -> transactions.write(asked(text, body)
                        .delayUntil(agreement -> seats.leave(text.lot(), text.lead(), List.of(body), actor))
                        .delayUntil(agreement -> seats.refuse(agreement, body, actor))
                        .flatMap(agreement -> what(box, text.lead(), body, What.REFUSED)
                                .flatMap(what -> tell(box, agreement, body, what)))));
    }

    /** The text as it is asked now, for a body that stands in it. */
    private Mono<Agreement> asked(Text text, UUID body) {
        return mustBeOpen(text.lot())
                .then(Mono.defer(() -> consortia.find(text.lot(), text.lead())))
                .map(Held::agreement)
                .filter(agreement ->
                        agreement.members().stream().anyMatch(one -> one.body().equals(body)))
                .switchIfEmpty(Mono.error(ConsortiumProblem.NOT_FOUND::raise))
                .filter(agreement -> agreement.document().hash().equals(text.hash()))
                .switchIfEmpty(Mono.error(ConsortiumProblem.TEXT_CHANGED::raise));
    }

    private Mono<Void> mustBeOpen(UUID lot) {
        return consortia
                .hold(lot)
                .filter(open -> open)
                .switchIfEmpty(Mono.error(BidProblem.CLOSED::raise))
                .then();
    }

    private Mono<Void> mustBeSigned(UUID body, Agreement agreement, Signature signature) {
        return keys.find(Set.of(signature.key()))
                .filter(key -> key.body().equals(body))
                .next()
                .switchIfEmpty(Mono.error(BidProblem.KEY_UNKNOWN::raise))
                .filter(key -> !key.revoked())
                .switchIfEmpty(Mono.error(BidProblem.KEY_REVOKED::raise))
                .filter((SigningKey key) -> key.signed(agreement.document().bytes(), signature.bytes()))
                .switchIfEmpty(Mono.error(BidProblem.SIGNATURE_WRONG::raise))
                .then();
    }

    private Mono<Void> mustBeFree(Agreement agreement, UUID body) {
        return seats.find(agreement.lot(), body)
                .switchIfEmpty(Mono.defer(() -> mustNotBid(agreement, body)))
                .filter(lead -> !lead.equals(agreement.lead()))
                .flatMap(organizations::find)
                .map(BodyProfile::name)
                .flatMap(name -> Mono.<Void>error(ConsortiumProblem.SIGNED_ELSEWHERE.raise(name)));
    }

    /** Who has no seat and a bid in the box gave it alone, or for groups. */
    private Mono<UUID> mustNotBid(Agreement agreement, UUID body) {
        return consortia
                .bids(agreement.lot(), body)
                .filter(bids -> bids)
                .flatMap(bids -> Mono.error(ConsortiumProblem.BIDS_ALONE::raise));
    }

    /** Fails with {@code consortium/nothing-to-take-back}. A lead whose bid names the member is told so at once. */
    public Mono<Void> takeBack(Actor actor, UUID lot) {
        var body = actor.organization();
        return making.box(lot)
                .flatMap(box -> transactions.write(mustBeOpen(lot)
                        .then(Mono.defer(() -> seats.find(lot, body)))
                        .switchIfEmpty(Mono.error(ConsortiumProblem.NOTHING_TO_TAKE_BACK::raise))
                        .delayUntil(lead -> seats.leave(lot, lead, List.of(body), actor))
                        .flatMap(lead -> tellTakenBack(box, lead, body))));
    }

    private Mono<Void> tellTakenBack(Box box, UUID lead, UUID body) {
        return what(box, lead, body, What.TAKEN_BACK)
                .zipWith(consortia.find(box.lot(), lead))
                .flatMap(both -> tell(box, both.getT2().agreement(), body, both.getT1()));
    }

    /** What became of a signature that stands no more: a bid may rest on it, also on one under an earlier text. */
    private Mono<What> what(Box box, UUID lead, UUID body, What otherwise) {
        return consortia
                .standing(box.lot(), lead)
                .filter(held -> held.missing().contains(body))
                .map(held -> What.TAKEN_BACK_OF_BID)
                .defaultIfEmpty(otherwise);
    }

    /** The lead is told what a member does, the members only when their lead leaves. */
    private Mono<Void> tell(Box box, Agreement agreement, UUID body, What what) {
        if (!body.equals(agreement.lead())) return telling.of(box, body, what, List.of(agreement.lead()));
        return what == What.SIGNED ? Mono.empty() : telling.of(box, body, what, agreement.others());
    }
}
