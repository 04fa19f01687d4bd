package org.goufu.organization.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Ids;
import org.goufu.kernel.RegionCode;
import org.goufu.kernel.Role;
import org.goufu.organization.BodyKind;
import org.goufu.organization.FactKind;
import org.goufu.organization.FactOrigin;
import org.goufu.organization.LegalForm;
import org.jspecify.annotations.Nullable;

/** Bodies, facts and registrars with names. */
public final class RegistryFixtures {
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    public static final Instant NOW = Instant.parse("2026-11-25T02:00:00Z");
    public static final UUID BODY = UUID.fromString("01890000-0000-7000-8000-000000000001");

    private RegistryFixtures() {}

    public static Actor registrarOf(String region) {
        return new Actor(Ids.next(), "registrar", "登记员", Set.of(Role.REGISTRAR), null, null, new RegionCode(region));
    }

    public static RegisteredBody organization() {
        return body(BodyKind.LEGAL_PERSON, "510104");
    }

    public static RegisteredBody group() {
        return body(BodyKind.FILED_GROUP, "510104023005");
    }

    private static RegisteredBody body(BodyKind kind, String region) {
        return new RegisteredBody(
                BODY,
                "示例社区服务中心",
                kind,
                kind.isLegalPerson() ? LegalForm.SERVICE_INSTITUTION : null,
                kind.isLegalPerson() ? "52510107MJ90000228" : null,
                kind.isLegalPerson() ? null : "BA-510104023-2026-0007",
                new RegionCode(region),
                LocalDate.of(2020, 5, 6),
                "社区服务",
                "示例路 1 号",
                null,
                null,
                Registration.UNKNOWN,
                7);
    }

    public static RecordedFact fact(FactKind kind, String value, String from, @Nullable String to) {
        return fact(kind, value, 0, from, to, FactOrigin.REGISTRAR);
    }

    public static RecordedFact declared(FactKind kind, String value, String from, @Nullable String to) {
        return fact(kind, value, 0, from, to, FactOrigin.SELF);
    }

    public static RecordedFact fact(
            FactKind kind, String value, long number, String from, @Nullable String to, FactOrigin origin) {
        return new RecordedFact(
                Ids.next(),
                BODY,
                kind,
                value,
                number,
                LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                NOW,
                null,
                "公告",
                origin,
                origin == FactOrigin.SELF ? Ids.next() : null,
                Ids.next(),
                "某人",
                null);
    }
}
