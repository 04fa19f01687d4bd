package org.goufu.federation.usecase;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.goufu.federation.MembershipChanged;
import org.goufu.federation.MembershipNews;
import org.goufu.federation.MembershipNews.What;
import org.goufu.federation.domain.Enrolment;
import org.goufu.federation.domain.Side;
import org.goufu.federation.usecase.Enrolments.Act;
import org.goufu.kernel.DomainEvent;
import org.goufu.kernel.Ids;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.OrganizationDirectory;
import org.goufu.platform.outbox.Outbox;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Saves a membership together with its news: what has changed, and who is told. */
@Component
public class Register {
    private final Enrolments enrolments;
    private final OrganizationDirectory organizations;
    private final Outbox outbox;

    public Register(Enrolments enrolments, OrganizationDirectory organizations, Outbox outbox) {
        this.enrolments = enrolments;
        this.organizations = organizations;
        this.outbox = outbox;
    }

    Mono<Enrolment> add(Enrolment membership, Act act, What what) {
        return enrolments.add(membership, act).delayUntil(added -> told(added, what, List.of(Side.MEMBER)));
    }

    /** @param tell the sides that are told; the street has its work list instead */
    Mono<Enrolment> save(Enrolment membership, Act act, What what, List<Side> tell, Object... arguments) {
        return enrolments.save(membership, act).delayUntil(saved -> told(saved, what, tell, arguments));
    }

    /** Saves what nobody needs to be told. */
    Mono<Enrolment> save(Enrolment membership, Act act) {
        return enrolments.save(membership, act).delayUntil(saved -> outbox.append(changed(saved)));
    }

    /** Tells without a change of the membership itself. */
    Mono<Void> tell(Enrolment membership, What what, List<Side> tell, Object... arguments) {
        return news(membership, what, tell, arguments).flatMap(outbox::appendAll);
    }

    private Mono<Void> told(Enrolment membership, What what, List<Side> tell, Object... arguments) {
        return news(membership, what, tell, arguments)
                .flatMap(news ->
                        outbox.appendAll(Stream.<DomainEvent>concat(Stream.of(changed(membership)), news.stream())
                                .toList()));
    }

    private static MembershipChanged changed(Enrolment membership) {
        return new MembershipChanged(membership.federationId(), membership.memberId());
    }

    /** Each side is told under the name of the other. */
    private Mono<List<MembershipNews>> news(Enrolment membership, What what, List<Side> tell, Object... arguments) {
        var said = Arrays.stream(arguments).map(String::valueOf).toList();
        return organizations
                .findAll(Set.of(membership.federationId(), membership.memberId()))
                .collectMap(BodyProfile::id, BodyProfile::name)
                .map(names -> tell.stream()
                        .map(side -> side == Side.MEMBER
                                ? news(membership, membership.memberId(), membership.federationId(), names, what, said)
                                : news(membership, membership.federationId(), membership.memberId(), names, what, said))
                        .toList());
    }

    private static MembershipNews news(
            Enrolment membership, UUID recipient, UUID other, Map<UUID, String> names, What what, List<String> said) {
        return new MembershipNews(Ids.next(), membership.id(), recipient, names.getOrDefault(other, ""), what, said);
    }
}
