package org.goufu.bidding.usecase;

import java.util.UUID;
import org.goufu.bidding.ConsentNews.What;
import org.goufu.bidding.domain.BidProblem;
import org.goufu.bidding.domain.Box;
import org.goufu.bidding.domain.RosterProblem;
import org.goufu.bidding.usecase.Consents.Answer;
import org.goufu.bidding.usecase.Consents.Given;
import org.goufu.kernel.Actor;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.OrganizationDirectory;
import org.goufu.platform.database.Transactions;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A group's own contact consents to the group's part, declines it, or takes a consent back until the deadline. */
@Component
public class AnswerPart {
    private final MakeBoxes making;
    private final Rosters rosters;
    private final Consents consents;
    private final OrganizationDirectory organizations;
    private final TellConsents telling;
    private final Transactions transactions;

    AnswerPart(
            MakeBoxes making,
            Rosters rosters,
            Consents consents,
            OrganizationDirectory organizations,
            TellConsents telling,
            Transactions transactions) {
        this.making = making;
        this.rosters = rosters;
        this.consents = consents;
        this.organizations = organizations;
        this.telling = telling;
        this.transactions = transactions;
    }

    /**
     * To exactly the text whose hash is named. Fails with {@code roster/part-changed} when that is not what is asked now, with
     * {@code roster/consented-elsewhere} when the group stands behind another federation for the lot.
     */
    public Mono<Void> answer(Actor actor, UUID lot, UUID federation, String part, Answer answer) {
        var given = new Given(lot, federation, actor.organization(), part, answer);
        return making.box(lot)
                .flatMap(box -> transactions.write(asked(given)
                        .then(Mono.defer(() -> answer == Answer.CONSENTED ? engaged(given) : Mono.<Void>empty()))
                        .then(Mono.defer(() -> mustBeOpen(lot)))
                        .then(Mono.defer(() -> consents.keep(given, actor)))
                        .then(Mono.defer(() -> tell(box, given)))));
    }

    private Mono<Void> tell(Box box, Given given) {
        if (given.answer() == Answer.CONSENTED)
            return telling.federation(box, given.federation(), given.group(), What.CONSENTED);
        // Whoever declines what it had consented to takes a consent back, and a bid may rest on it.
        return isMissingInBid(box, given.federation(), given.group())
                .flatMap(missing -> telling.federation(
                        box, given.federation(), given.group(), missing ? What.REVOKED_OF_BID : What.DECLINED));
    }

    private Mono<Void> asked(Given given) {
        return consents.asked(given.lot(), given.federation(), given.group())
                .switchIfEmpty(Mono.error(RosterProblem.NOT_FOUND::raise))
                .filter(given.part()::equals)
                .switchIfEmpty(Mono.error(RosterProblem.PART_CHANGED::raise))
                .then();
    }

    /** Nothing is said of any bid: the group is told of its own consent only. */
    private Mono<Void> engaged(Given given) {
        return consents.engage(given.lot(), given.federation(), given.group())
                .filter(behind -> !behind.equals(given.federation()))
                .flatMap(organizations::find)
                .map(BodyProfile::name)
                .flatMap(name -> Mono.<Void>error(RosterProblem.CONSENTED_ELSEWHERE.raise(name)));
    }

    private Mono<Void> mustBeOpen(UUID lot) {
        return consents.isOpen(lot)
                .filter(open -> open)
                .switchIfEmpty(Mono.error(BidProblem.CLOSED::raise))
                .then();
    }

    /** Fails with {@code roster/nothing-to-revoke}. A federation whose bid names the group is told so at once. */
    public Mono<Void> revoke(Actor actor, UUID lot) {
        var group = actor.organization();
        return making.box(lot)
                .flatMap(box -> transactions.write(consents.revoke(lot, group, actor)
                        .switchIfEmpty(Mono.error(RosterProblem.NOTHING_TO_REVOKE::raise))
                        .delayUntil(federation -> mustBeOpen(lot))
                        .flatMap(federation -> tellRevoked(box, federation, group))));
    }

    private Mono<Void> tellRevoked(Box box, UUID federation, UUID group) {
        return isMissingInBid(box, federation, group)
                .flatMap(missing ->
                        telling.federation(box, federation, group, missing ? What.REVOKED_OF_BID : What.REVOKED));
    }

    /** Whether the federation's bid names the group without a consent that stands. */
    private Mono<Boolean> isMissingInBid(Box box, UUID federation, UUID group) {
        return rosters.naming(box.lot())
                .filter(bid -> bid.federation().equals(federation))
                .flatMap(bid -> rosters.bound(bid.rosterHash()))
                .any(held -> held.missing().contains(group));
    }
}
