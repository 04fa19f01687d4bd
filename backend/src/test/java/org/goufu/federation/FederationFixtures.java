package org.goufu.federation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.goufu.federation.domain.Enrolment;
import org.goufu.federation.domain.Now;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Ids;
import org.goufu.kernel.RegionCode;
import org.goufu.kernel.Role;
import org.jspecify.annotations.Nullable;

/** Memberships and people with names, around one day. */
public final class FederationFixtures {
    public static final Now NOW = Now.of(Instant.parse("2026-09-01T02:00:00Z"));
    public static final LocalDate TODAY = NOW.day();
    public static final long CAP = 10_000_000;

    private FederationFixtures() {}

    /** Days later, at the same time of day. */
    public static Now after(int days) {
        return Now.of(NOW.at().plusSeconds(86_400L * days));
    }

    public static Enrolment invited(UUID federationId, UUID memberId) {
        return Enrolment.invited(Ids.next(), federationId, memberId, TODAY, null, NOW);
    }

    public static Enrolment confirmed(UUID federationId, UUID memberId) {
        return invited(federationId, memberId).accepted(NOW).confirmed(null, false, NOW);
    }

    public static Enrolment transfer(Enrolment former, UUID federationId) {
        return Enrolment.invited(Ids.next(), federationId, former.memberId(), TODAY, former.id(), NOW);
    }

    public static Mandate mandate(LocalDate from, LocalDate to) {
        return new Mandate(Ids.next(), List.of("A0402"), CAP, List.of(), from, to, NOW.at(), null, null);
    }

    public static Actor staff(UUID federationId) {
        return person(Role.FEDERATION_STAFF, federationId, null);
    }

    public static Actor contact(UUID groupId) {
        return person(Role.GROUP_CONTACT, groupId, null);
    }

    public static Actor registrar(String region) {
        return person(Role.REGISTRAR, null, region);
    }

    private static Actor person(Role role, @Nullable UUID body, @Nullable String region) {
        return new Actor(
                new UUID(0, role.ordinal()),
                role.name(),
                "示例人员",
                Set.of(role),
                null,
                body,
                region == null ? null : new RegionCode(region));
    }
}
