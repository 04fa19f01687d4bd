package org.goufu.organization.domain;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.kernel.RegionCode;
import org.goufu.organization.BodyKind;
import org.goufu.organization.LegalForm;
import org.goufu.organization.OrganizationProblem;
import org.jspecify.annotations.Nullable;

/**
 * A body as its registrar keeps it.
 *
 * @param version grows with every act on the body
 */
public record RegisteredBody(
        UUID id,
        String name,
        BodyKind kind,
        @Nullable LegalForm legalForm,
        @Nullable String creditCode,
        @Nullable String filingNumber,
        RegionCode region,
        @Nullable LocalDate foundedOn,
        String businessScope,
        String address,
        @Nullable String legacyCertNo,
        @Nullable String registrationAuthority,
        Registration registration,
        long version) {
    private static final int COUNTY = 3;
    private static final int STREET = 4;

    /** Fails with {@code organization/not-found} for a registrar of another region: what lies elsewhere does not exist for him. */
    public RegisteredBody seenBy(Actor registrar) {
        if (!registrar.region().covers(region)) {
            throw OrganizationProblem.NOT_FOUND.raise();
        }
        return this;
    }

    /**
     * Counties and above register, streets file, communities give opinions (domain.md 3.2).
     *
     * <p>Fails with {@code organization/not-found} outside the registrar's region, with {@code organization/not-your-office} inside.
     */
    public RegisteredBody keptBy(Actor registrar) {
        seenBy(registrar);
        if (registrar.region().level() > (kind.isLegalPerson() ? COUNTY : STREET)) {
            throw OrganizationProblem.NOT_YOUR_OFFICE.raise();
        }
        return this;
    }

    /** The same body as something else, or somewhere else. */
    public RegisteredBody as(BodyKind newKind, RegionCode newRegion) {
        return new RegisteredBody(
                id,
                name,
                newKind,
                legalForm,
                creditCode,
                filingNumber,
                newRegion,
                foundedOn,
                businessScope,
                address,
                legacyCertNo,
                registrationAuthority,
                registration,
                version);
    }

    /** What is registered here, as what the other is from now on: id and version are the other's. */
    public RegisteredBody under(RegisteredBody other) {
        return new RegisteredBody(
                other.id,
                name,
                kind,
                legalForm,
                creditCode,
                null,
                region,
                foundedOn,
                businessScope,
                address,
                legacyCertNo,
                registrationAuthority,
                registration,
                other.version);
    }

    /** What can be registered and changed, item by item, as the history keeps it. */
    public Map<String, @Nullable Object> items() {
        var items = new LinkedHashMap<String, @Nullable Object>();
        items.put("name", name);
        items.put("legalForm", legalForm);
        items.put("creditCode", creditCode);
        items.put("regionCode", region.value());
        items.put("foundedOn", foundedOn);
        items.put("businessScope", businessScope);
        items.put("address", address);
        items.put("legacyCertNo", legacyCertNo);
        items.put("registrationAuthority", registrationAuthority);
        items.putAll(registration.items());
        return items;
    }

    /** The items that stand differently in the other, as they stand here. */
    public Map<String, @Nullable Object> itemsUnlike(RegisteredBody other) {
        var others = other.items();
        var unlike = items();
        unlike.entrySet().removeIf(item -> Objects.equals(item.getValue(), others.get(item.getKey())));
        return unlike;
    }
}
