package org.goufu.purchase.usecase;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.goufu.kernel.Ids;
import org.goufu.organization.Certificate;
import org.goufu.organization.SpecialQualification;
import org.goufu.purchase.Contact;
import org.goufu.purchase.Criterion;
import org.goufu.purchase.LowPriceRatios;
import org.goufu.purchase.ProcurementMethod;
import org.goufu.purchase.Requirement;
import org.goufu.purchase.RequirementKind;
import org.goufu.purchase.domain.Content;
import org.goufu.purchase.domain.LotContent;
import org.goufu.reference.Regions;
import org.goufu.reference.ServiceCategories;
import org.jspecify.annotations.Nullable;

/** Understands a form: whatever is there must be well-formed, and everything that is not is told at once. */
final class FormReader extends Fields {
    private static final int MOST_LOTS = 50;
    private static final int MOST_LINES = 50;
    private static final int MOST_PLACES = 200;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s<>\"]{1,64}@[^@\\s<>\"]{1,180}\\.[^@\\s<>\".]{1,40}");

    private final Regions regions;
    private final ServiceCategories categories;

    private FormReader(Regions regions, ServiceCategories categories) {
        super(new ArrayList<>());
        this.regions = regions;
        this.categories = categories;
    }

    /**
     * The content of the form; lots keep their ids by position, so that a lot stays the same one while it is edited.
     *
     * <p>Fails with {@code purchase/not-well-formed} naming every field that is wrong.
     */
    static Content read(PurchaseForm form, @Nullable Content before, Regions regions, ServiceCategories categories) {
        return new FormReader(regions, categories).content(form, before);
    }

    private Content content(PurchaseForm form, @Nullable Content before) {
        var content = new Content(
                text("/title", form.title(), LONGEST_TITLE),
                code("/method", form.method(), ProcurementMethod.class),
                region("/regionCode", form.regionCode()),
                text("/description", form.description(), LONGEST_TEXT),
                list("/lots", form.lots(), MOST_LOTS, (pointer, lot) -> lot(pointer, lot, before)),
                moment("/bidDeadline", form.bidDeadline()),
                moment("/openingAt", form.openingAt()),
                form.contact() == null ? null : contact(form.contact()),
                chosen(form.stagedOpening()),
                chosen(form.acceptsConsortium()),
                chosen(form.supervisedOpening()),
                form.lowPrice() == null ? null : ratios(form.lowPrice()),
                form.statutory() == null ? null : new StatutoryReader("/statutory", problems).read(form.statutory()));
        refuseWrong();
        return content;
    }

    private LotContent lot(String pointer, PurchaseForm.Lot lot, @Nullable Content before) {
        var index = Integer.parseInt(pointer.substring(pointer.lastIndexOf('/') + 1));
        var kept = before != null && index < before.lots().size();
        return new LotContent(
                kept ? before.lots().get(index).id() : Ids.next(),
                text(pointer + "/title", lot.title(), LONGEST_TITLE),
                category(pointer + "/categoryCode", lot.categoryCode()),
                places(pointer + "/serviceRegionCodes", lot.serviceRegionCodes()),
                amount(pointer + "/budgetFen", lot.budgetFen()),
                text(pointer + "/description", lot.description(), LONGEST_TEXT),
                list(pointer + "/requirements", lot.requirements(), MOST_LINES, this::requirement),
                list(pointer + "/criteria", lot.criteria(), MOST_LINES, this::criterion),
                id(pointer + "/repeats", lot.repeats()));
    }

    private @Nullable UUID id(String pointer, @Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            wrong(pointer, "code-unknown", text);
            return null;
        }
    }

    private List<String> places(String pointer, @Nullable List<@Nullable String> codes) {
        var places = list(pointer, codes, MOST_PLACES, this::region);
        if (new HashSet<>(places).size() != places.size()) {
            wrong(pointer, "repeated");
        }
        return places;
    }

    private @Nullable Requirement requirement(String pointer, PurchaseForm.Condition condition) {
        var kind = code(pointer + "/kind", condition.kind(), RequirementKind.class);
        if (kind == null) {
            if (condition.kind() == null) {
                wrong(pointer + "/kind", "required");
            }
            return null;
        }
        unused(pointer, kind, condition);
        return switch (kind) {
            case SPECIAL_QUALIFICATION ->
                new Requirement(
                        kind,
                        name(code(pointer + "/qualification", condition.qualification(), SpecialQualification.class)),
                        null,
                        null,
                        null);
            case ANNUAL_INSPECTION ->
                new Requirement(kind, null, whole(pointer + "/year", condition.year(), 2000, 2100), null, null);
            case PROFESSIONAL_STAFF ->
                new Requirement(
                        kind,
                        name(code(pointer + "/qualification", condition.qualification(), Certificate.class)),
                        null,
                        whole(pointer + "/count", condition.count(), 1, 1000),
                        null);
            case TEXT ->
                new Requirement(kind, null, null, null, text(pointer + "/text", condition.text(), LONGEST_TEXT));
        };
    }

    /** A parameter that its kind does not have would be silently lost, so it is refused. */
    private void unused(String pointer, RequirementKind kind, PurchaseForm.Condition condition) {
        var hasQualification =
                kind == RequirementKind.SPECIAL_QUALIFICATION || kind == RequirementKind.PROFESSIONAL_STAFF;
        refuse(pointer + "/qualification", !hasQualification && condition.qualification() != null);
        refuse(pointer + "/year", kind != RequirementKind.ANNUAL_INSPECTION && condition.year() != null);
        refuse(pointer + "/count", kind != RequirementKind.PROFESSIONAL_STAFF && condition.count() != null);
        refuse(pointer + "/text", kind != RequirementKind.TEXT && condition.text() != null);
    }

    private void refuse(String pointer, boolean present) {
        if (present) {
            wrong(pointer, "not-of-this-kind");
        }
    }

    private Criterion criterion(String pointer, PurchaseForm.Points points) {
        var kind = code(pointer + "/kind", points.kind(), Criterion.Kind.class);
        // The points of a price are computed: nobody gives them.
        refuse(pointer + "/objective", kind == Criterion.Kind.PRICE && Boolean.TRUE.equals(points.objective()));
        return new Criterion(
                text(pointer + "/name", points.name(), LONGEST_NAME),
                whole(pointer + "/weight", points.weight(), 0, 100),
                kind,
                chosen(points.objective()));
    }

    private Contact contact(PurchaseForm.Person person) {
        return new Contact(
                text("/contact/name", person.name(), LONGEST_NAME),
                pattern("/contact/phone", person.phone(), PHONE, "phone"),
                pattern("/contact/email", person.email(), EMAIL, "email"));
    }

    private @Nullable LowPriceRatios ratios(PurchaseForm.Ratios ratios) {
        var read = new LowPriceRatios(
                percent("/lowPrice/ofAverage", ratios.ofAverage(), LowPriceRatios.LAWFUL.ofAverage()),
                percent("/lowPrice/ofSecond", ratios.ofSecond(), LowPriceRatios.LAWFUL.ofSecond()),
                percent("/lowPrice/ofCeiling", ratios.ofCeiling(), LowPriceRatios.LAWFUL.ofCeiling()));
        return read.equals(LowPriceRatios.LAWFUL) ? null : read;
    }

    private int percent(String pointer, @Nullable BigDecimal typed, int lawful) {
        return Objects.requireNonNullElse(whole(pointer, typed, 0, 100), lawful);
    }

    /** What is not chosen is not said, so that a notice without the choice keeps its text. */
    private static @Nullable Boolean chosen(@Nullable Boolean choice) {
        return Boolean.TRUE.equals(choice) ? true : null;
    }

    private @Nullable String region(String pointer, @Nullable String code) {
        if (code != null && regions.find(code).isEmpty()) {
            wrong(pointer, "region-unknown", code);
        }
        return code;
    }

    private @Nullable String category(String pointer, @Nullable String code) {
        if (code != null && categories.find(code).isEmpty()) {
            wrong(pointer, "category-unknown", code);
        }
        return code;
    }
}
