package org.goufu.search.index;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.goufu.federation.Mandate;
import org.goufu.federation.Membership;
import org.goufu.kernel.CategoryCode;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.Fact;
import org.goufu.organization.FactKind;
import org.goufu.search.Capability;
import org.goufu.search.Capability.Days;
import org.goufu.search.CapabilityField;

/**
 * Lays out what a body can do, alone and for its federations.
 *
 * <p>Facts with days are laid out for all days, so that a lot may ask for any. Categories and staff are taken as they are on the day
 * of indexing: a daily job lays out anew whose facts begin or end.
 */
public final class CapabilityDocuments {
    private static final String NORMAL = "NORMAL";
    private static final String ACTIVE = "ACTIVE";
    /** A special qualification that was refused or revoked is on record under its code with this mark before it. */
    private static final String REFUSED = "-";

    private final Map<String, List<String>> terms = new TreeMap<>();
    private final Map<String, Long> numbers = new TreeMap<>();
    private final Map<String, List<Days>> days = new TreeMap<>();
    private final LocalDate today;

    private CapabilityDocuments(LocalDate today) {
        this.today = today;
    }

    /**
     * One document for a legal person's own ability, and one for each mandate that the body has given.
     *
     * @param federations profiles of the federations of these memberships; a membership without one is left out
     */
    public static List<Capability> of(
            BodyProfile body, Collection<Membership> memberships, Map<UUID, BodyProfile> federations, LocalDate today) {
        var documents = new ArrayList<Capability>();
        if (body.kind().isLegalPerson()) {
            documents.add(direct(body, today));
        }
        for (var membership : memberships) {
            var federation = federations.get(membership.federationId());
            if (federation == null) continue;
            for (var mandate : membership.mandates()) {
                documents.add(member(body, membership, mandate, federation, today));
            }
        }
        return documents;
    }

    private static Capability direct(BodyProfile body, LocalDate today) {
        var document = new CapabilityDocuments(today);
        document.who("DIRECT", body, body.id());
        document.signer(body);
        document.able(body);
        document.staff(body);
        return document.capability(body.id(), body.id(), body.id(), body.version());
    }

    private static Capability member(
            BodyProfile body, Membership membership, Mandate mandate, BodyProfile federation, LocalDate today) {
        var document = new CapabilityDocuments(today);
        document.who("MEMBER", body, federation.id());
        document.signer(federation);
        document.able(body);
        document.staff(federation);
        document.staff(body);
        document.belonging(membership);
        document.mandated(mandate);
        long version = body.version() + federation.version() + membership.version();
        return document.capability(mandate.id(), federation.id(), body.id(), version);
    }

    private void who(String route, BodyProfile body, UUID bidder) {
        term(CapabilityField.ROUTE, route);
        term(CapabilityField.KIND, body.kind().name());
        term(CapabilityField.BIDDER, bidder.toString());
        term(CapabilityField.BODY, body.id().toString());
    }

    /** What the law asks of whoever signs. */
    private void signer(BodyProfile signer) {
        for (var fact : standing(signer)) {
            switch (fact.kind()) {
                case STATUS ->
                    lasts(fact.value().equals(NORMAL) ? CapabilityField.NORMAL : CapabilityField.NOT_NORMAL, fact);
                case INSPECTION -> term(CapabilityField.INSPECTION, fact.value());
                case CREDIT_LIST -> lasts(CapabilityField.listed(fact.value()), fact);
                case QUALIFICATION -> lasts(qualification(fact.value()), fact);
                default -> {}
            }
        }
    }

    private static CapabilityField qualification(String value) {
        return value.startsWith(REFUSED)
                ? CapabilityField.disqualified(value.substring(REFUSED.length()))
                : CapabilityField.qualified(value);
    }

    private void able(BodyProfile body) {
        for (var fact : standing(body)) {
            if (fact.kind() == FactKind.FILING && fact.value().equals(ACTIVE)) {
                lasts(CapabilityField.FILED, fact);
            }
            if (fact.kind() == FactKind.CATEGORY && fact.holdsOn(today)) {
                term(CapabilityField.CATEGORY, fact.value());
                new CategoryCode(fact.value()).path().forEach(node -> term(CapabilityField.CATEGORY_PATH, node));
            }
        }
    }

    private void staff(BodyProfile body) {
        for (var fact : standing(body)) {
            if (fact.kind() == FactKind.STAFF && fact.holdsOn(today)) {
                numbers.merge(CapabilityField.staff(fact.value()).name(), fact.number(), Long::sum);
            }
        }
    }

    private void belonging(Membership membership) {
        var consented = membership.consentedOn();
        if (consented == null || membership.confirmedAt() == null) return;
        var from = consented.isAfter(membership.from()) ? consented : membership.from();
        var to = membership.to();
        if (to == null || !to.isBefore(from)) {
            add(CapabilityField.MEMBERSHIP, new Days(from, to));
        }
    }

    private void mandated(Mandate mandate) {
        numbers.put(CapabilityField.MANDATE_CAP.name(), mandate.amountCapFen());
        if (mandate.categories().isEmpty()) {
            term(CapabilityField.MANDATE_CATEGORY, CapabilityField.EVERYTHING);
        }
        mandate.categories().forEach(category -> term(CapabilityField.MANDATE_CATEGORY, category));
        if (mandate.revokedAt() == null) {
            add(CapabilityField.MANDATE, new Days(mandate.from(), mandate.to()));
        }
    }

    /** Facts that the platform has not learnt to be wrong. */
    private static List<Fact> standing(BodyProfile body) {
        return body.facts().stream().filter(fact -> fact.withdrawnAt() == null).toList();
    }

    private void term(CapabilityField field, String value) {
        terms.computeIfAbsent(field.name(), name -> new ArrayList<>()).add(value);
    }

    private void lasts(CapabilityField field, Fact fact) {
        add(field, new Days(fact.from(), fact.to()));
    }

    private void add(CapabilityField field, Days range) {
        days.computeIfAbsent(field.name(), name -> new ArrayList<>()).add(range);
    }

    private Capability capability(UUID id, UUID bidder, UUID body, long version) {
        terms.replaceAll((name, values) -> List.copyOf(new LinkedHashSet<>(values)));
        return new Capability(id, bidder, body, version, terms, numbers, days);
    }
}
