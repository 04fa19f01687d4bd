package org.goufu.federation.usecase;

import java.time.LocalDate;
import java.util.UUID;
import org.goufu.federation.MembershipNews.What;
import org.goufu.federation.domain.FederationProblem;
import org.goufu.federation.domain.HostingAgreement;
import org.goufu.federation.domain.Now;
import org.goufu.federation.domain.Side;
import org.goufu.federation.usecase.Reach.Reached;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Ids;
import org.goufu.organization.BodyKind;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.OrganizationDirectory;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.files.FileStore;
import org.goufu.platform.files.StoredFile;
import org.goufu.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A federation offers to answer for what a group carries out; the group's contact agrees; either ends it. */
@Component
public class HostGroup {
    private final Reach reach;
    private final Agreements agreements;
    private final Register register;
    private final FileStore files;
    private final OrganizationDirectory organizations;
    private final Transactions transactions;
    private final BusinessClock clock;

    public HostGroup(
            Reach reach,
            Agreements agreements,
            Register register,
            FileStore files,
            OrganizationDirectory organizations,
            Transactions transactions,
            BusinessClock clock) {
        this.reach = reach;
        this.agreements = agreements;
        this.register = register;
        this.files = files;
        this.organizations = organizations;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What a federation proposes. */
    public record Proposal(
            String scope,
            LocalDate from,
            LocalDate to,
            @Nullable UUID documentId) {}

    /** For all who reach the membership, the newest first. */
    public Flux<HostingAgreement> of(Actor actor, UUID membershipId) {
        return reach.membership(actor, membershipId).thenMany(agreements.ofMembership(membershipId));
    }

    public Mono<HostingAgreement> propose(Actor actor, UUID membershipId, Proposal proposal) {
        return transactions.write(reach.membership(actor, membershipId)
                .map(reached -> reached.by(Side.FEDERATION))
                .zipWhen(this::kind)
                .zipWith(clock.now().map(Now::of), (both, now) -> proposed(both.getT1(), both.getT2(), proposal, now))
                .delayUntil(agreement -> kept(actor, agreement.documentId()))
                .flatMap(agreement -> agreements.add(agreement, actor))
                .delayUntil(agreement -> told(actor, agreement, What.AGREEMENT_PROPOSED)));
    }

    public Mono<HostingAgreement> answer(Actor actor, UUID membershipId, UUID id, boolean agrees) {
        return transactions.write(reach.membership(actor, membershipId)
                .map(reached -> reached.by(Side.MEMBER))
                .flatMap(reached -> agreements.get(membershipId, id))
                .map(agreement -> agreement.answered(agrees))
                .flatMap(agreement -> agreements.save(agreement, actor))
                .delayUntil(agreement -> told(actor, agreement, What.AGREEMENT_ANSWERED)));
    }

    public Mono<HostingAgreement> end(Actor actor, UUID membershipId, UUID id) {
        return transactions.write(reach.membership(actor, membershipId)
                .map(reached -> reached.by(Side.MEMBER, Side.FEDERATION))
                .flatMap(reached -> agreements.get(membershipId, id))
                .zipWith(clock.now().map(Now::of), HostingAgreement::ended)
                .flatMap(agreement -> agreements.save(agreement, actor))
                .delayUntil(agreement -> told(actor, agreement, What.AGREEMENT_ENDED)));
    }

    private Mono<StoredFile> kept(Actor actor, @Nullable UUID documentId) {
        return documentId == null ? Mono.empty() : files.keep(actor, documentId);
    }

    private Mono<BodyKind> kind(Reached reached) {
        return organizations
                .find(reached.membership().memberId())
                .map(BodyProfile::kind)
                .switchIfEmpty(Mono.error(FederationProblem.MEMBERSHIP_NOT_FOUND::raise));
    }

    private static HostingAgreement proposed(Reached reached, BodyKind kind, Proposal proposal, Now now) {
        return HostingAgreement.proposed(
                Ids.next(),
                reached.membership(),
                kind,
                proposal.scope(),
                proposal.from(),
                proposal.to(),
                proposal.documentId(),
                now);
    }

    private Mono<Void> told(Actor actor, HostingAgreement agreement, What what) {
        return reach.membership(actor, agreement.membershipId())
                .flatMap(reached -> register.tell(
                        reached.membership(), what, AnswerInvitation.others(reached.side()), agreement.scope()));
    }
}
