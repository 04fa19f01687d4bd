package org.goufu.organization.usecase;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.goufu.kernel.Actor;
import org.goufu.kernel.FieldProblem;
import org.goufu.kernel.RegionCode;
import org.goufu.organization.BodyKind;
import org.goufu.organization.CreditCode;
import org.goufu.organization.LegalForm;
import org.goufu.organization.OrganizationProblem;
import org.goufu.organization.domain.RegisteredBody;
import org.goufu.organization.domain.Registration;
import org.goufu.reference.Regions;
import org.jspecify.annotations.Nullable;

/** Reads a registrar's form: every field that is wrong is named at once, and nothing is guessed. */
final class OrganizationReader {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_TEXT = 5_000;
    private static final int LONGEST_HEAD = 50;
    private static final int COUNTY = 3;
    private static final LocalDate EARLIEST = LocalDate.of(1949, 10, 1);
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,120}");
    private static final RegionCode NOWHERE = new RegionCode("00");

    private final OrganizationForm form;
    private final Actor actor;
    private final Regions regions;
    private final LocalDate today;
    private final List<FieldProblem> problems = new ArrayList<>();

    /** What was read. */
    record Read(RegisteredBody body, String head, LocalDate changedOn) {}

    OrganizationReader(OrganizationForm form, Actor actor, Regions regions, LocalDate today) {
        this.form = form;
        this.actor = actor;
        this.regions = regions;
        this.today = today;
    }

    /** Fails with {@code organization/not-well-formed} naming every field that is wrong. */
    Read as(UUID id, BodyKind kind, @Nullable String filingNumber, long version) {
        var body = new RegisteredBody(
                id,
                text("/name", form.name(), LONGEST_NAME),
                kind,
                form.legalForm(),
                creditCode(),
                filingNumber,
                region(kind),
                foundedOn(),
                text("/businessScope", form.businessScope(), LONGEST_TEXT),
                text("/address", form.address(), LONGEST_LINE),
                line("/legacyCertNo", form.legacyCertNo()),
                line("/registrationAuthority", form.registrationAuthority()),
                registration(),
                version);
        var head = text("/head", form.head(), LONGEST_HEAD);
        var changedOn = changedOn();
        if (form.legalForm() == null) wrong("/legalForm", "required");
        if (!problems.isEmpty()) {
            throw OrganizationProblem.NOT_WELL_FORMED.raise(problems, problems.size());
        }
        return new Read(body, head, changedOn);
    }

    private String creditCode() {
        var text = Objects.requireNonNullElse(form.creditCode(), "");
        if (text.isBlank()) {
            wrong("/creditCode", "required");
            return "";
        }
        var fault = CreditCode.fault("/creditCode", text);
        if (fault.isPresent()) {
            problems.add(fault.get());
            return "";
        }
        var code = new CreditCode(text);
        var named = code.legalForm();
        if (form.legalForm() != null && named.isPresent() && named.get() != form.legalForm()) {
            wrong("/creditCode", "credit-code-form", code.value().substring(0, 2));
        }
        return code.value();
    }

    /** Streets file, they do not register: an organization lies at a county or above, a federation at its street. */
    private RegionCode region(BodyKind kind) {
        var code = Objects.requireNonNullElse(form.regionCode(), "");
        if (code.isBlank() || regions.find(code).isEmpty()) {
            wrong("/regionCode", code.isBlank() ? "required" : "place-unknown", code);
            return NOWHERE;
        }
        var region = new RegionCode(code);
        if (!actor.region().covers(region)) {
            wrong(
                    "/regionCode",
                    "out-of-region",
                    regions.coded(actor.region().value()).name());
        } else if (kind == BodyKind.LEGAL_PERSON && region.level() > COUNTY) {
            wrong("/regionCode", "region-too-deep");
        }
        return region;
    }

    private @Nullable LocalDate foundedOn() {
        var day = form.foundedOn();
        if (day == null) {
            wrong("/foundedOn", "required");
        } else if (day.isAfter(today) || day.isBefore(EARLIEST)) {
            wrong("/foundedOn", "fact-day", today);
        }
        return day;
    }

    private LocalDate changedOn() {
        var day = form.changedOn();
        if (day == null) return today;
        if (day.isAfter(today) || form.foundedOn() != null && day.isBefore(form.foundedOn())) {
            wrong("/changedOn", "fact-day", today);
        }
        return day;
    }

    private Registration registration() {
        var items = Objects.requireNonNullElse(form.registration(), Registration.UNKNOWN);
        text("/registration/purpose", items.purpose());
        line("/registration/activityArea", items.activityArea());
        line("/registration/competentUnit", items.competentUnit());
        line("/registration/industryUnit", items.industryUnit());
        if (items.fundsFen() != null && items.fundsFen() <= 0) wrong("/registration/fundsFen", "positive");
        only(LegalForm.FOUNDATION, "/registration/foundationKind", items.foundationKind());
        only(LegalForm.SERVICE_INSTITUTION, "/registration/institutionKind", items.institutionKind());
        only(LegalForm.ASSOCIATION, "/registration/activityArea", items.activityArea());
        if (items.certificateFrom() != null
                && items.certificateTo() != null
                && items.certificateTo().isBefore(items.certificateFrom())) {
            wrong("/registration/certificateTo", "fact-days");
        }
        party(items.party());
        organs(items.organs());
        contact(items.contact());
        return items;
    }

    private void party(Registration.@Nullable Party party) {
        if (party == null) return;
        line("/registration/party/name", party.name());
        count("/registration/party/members", party.members());
    }

    private void organs(Registration.@Nullable Organs organs) {
        if (organs == null) return;
        only(LegalForm.ASSOCIATION, "/registration/organs/individualMembers", organs.individualMembers());
        only(LegalForm.ASSOCIATION, "/registration/organs/unitMembers", organs.unitMembers());
        count("/registration/organs/individualMembers", organs.individualMembers());
        count("/registration/organs/unitMembers", organs.unitMembers());
        count("/registration/organs/council", organs.council());
        count("/registration/organs/supervisors", organs.supervisors());
    }

    private void count(String pointer, @Nullable Integer number) {
        if (number != null && number < 0) wrong(pointer, "positive-or-zero");
    }

    private void contact(Registration.@Nullable Contact contact) {
        if (contact == null) return;
        line("/registration/contact/name", contact.name());
        line("/registration/contact/phone", contact.phone());
        if (contact.email() != null && !EMAIL.matcher(contact.email()).matches()) {
            wrong("/registration/contact/email", "email");
        }
    }

    private void only(LegalForm owner, String pointer, @Nullable Object item) {
        if (item != null && form.legalForm() != null && form.legalForm() != owner) wrong(pointer, "not-for-form");
    }

    private String text(String pointer, @Nullable String text, int longest) {
        var read = Objects.requireNonNullElse(text, "").strip();
        if (read.isEmpty()) wrong(pointer, "required");
        if (read.length() > longest) wrong(pointer, "too-long", longest);
        return read;
    }

    private void text(String pointer, @Nullable String text) {
        if (text != null && text.length() > LONGEST_TEXT) wrong(pointer, "too-long", LONGEST_TEXT);
    }

    private @Nullable String line(String pointer, @Nullable String text) {
        if (text == null || text.isBlank()) return null;
        if (text.length() > LONGEST_LINE) wrong(pointer, "too-long", LONGEST_LINE);
        return text.strip();
    }

    private void wrong(String pointer, String code, Object... arguments) {
        problems.add(FieldProblem.of(pointer, code, arguments));
    }
}
