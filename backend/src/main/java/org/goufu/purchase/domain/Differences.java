package org.goufu.purchase.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.goufu.purchase.RequirementKind;
import org.goufu.purchase.Statutory;
import org.goufu.purchase.Statutory.Documents;
import org.jspecify.annotations.Nullable;

/** Compares two states of a draft field by field, as an approver wants to see them. */
public final class Differences {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final UnaryOperator<String> placeName;
    private final Map<String, Line> lines = new LinkedHashMap<>();

    private Differences(UnaryOperator<String> placeName) {
        this.placeName = placeName;
    }

    /**
     * One changed field.
     *
     * @param label key of the field's name, with the numbers of lot and line as arguments
     */
    public record Change(
            String pointer,
            String label,
            List<Object> arguments,
            @Nullable String before,
            @Nullable String after) {}

    private record Line(String label, List<Object> arguments, String value) {}

    /** All fields as new when there is nothing to compare with. */
    public static List<Change> between(@Nullable Content before, Content after, UnaryOperator<String> placeName) {
        var old = before == null ? Map.<String, Line>of() : new Differences(placeName).read(before);
        var fresh = new Differences(placeName).read(after);
        var pointers = new LinkedHashSet<>(fresh.keySet());
        pointers.addAll(old.keySet());
        var changes = new ArrayList<Change>();
        for (var pointer : pointers) {
            var was = old.get(pointer);
            var is = fresh.get(pointer);
            if (!Objects.equals(was, is)) {
                var shown = is == null ? Objects.requireNonNull(was) : is;
                changes.add(new Change(
                        pointer,
                        shown.label(),
                        shown.arguments(),
                        was == null ? null : was.value(),
                        is == null ? null : is.value()));
            }
        }
        return changes;
    }

    private Map<String, Line> read(Content content) {
        put("/title", "title", content.title());
        put("/method", "method", content.method());
        put("/regionCode", "region", content.regionCode() == null ? null : placeName.apply(content.regionCode()));
        put("/description", "description", content.description());
        put("/bidDeadline", "deadline", minute(content.bidDeadline()));
        put("/openingAt", "opening", minute(content.openingAt()));
        put("/stagedOpening", "staged-opening", content.stagedOpening());
        put("/acceptsConsortium", "accepts-consortium", content.acceptsConsortium());
        put("/supervisedOpening", "supervised-opening", content.supervisedOpening());
        if (content.lowPrice() != null) {
            put("/lowPrice/ofAverage", "low-price-average", content.lowPrice().ofAverage());
            put("/lowPrice/ofSecond", "low-price-second", content.lowPrice().ofSecond());
            put("/lowPrice/ofCeiling", "low-price-ceiling", content.lowPrice().ofCeiling());
        }
        if (content.contact() != null) {
            put("/contact/name", "contact-name", content.contact().name());
            put("/contact/phone", "contact-phone", content.contact().phone());
            put("/contact/email", "contact-email", content.contact().email());
        }
        if (content.statutory() != null) statutory(content.statutory());
        for (int i = 0; i < content.lots().size(); i++) {
            lot("/lots/" + i, i + 1, content.lots().get(i));
        }
        return lines;
    }

    private void statutory(Statutory said) {
        put("/statutory/projectCode", "project-code", said.projectCode());
        var official = said.officialPublication();
        if (official != null) {
            put(
                    "/statutory/officialPublication",
                    "official",
                    joined(official.medium(), official.noticeId(), minute(official.publishedAt()), official.url()));
        }
        var ground = said.ground();
        put("/statutory/ground", "ground", ground == null ? null : ground.officialWords());
        var approval = said.approval();
        if (approval != null) {
            put("/statutory/approval", "approval", joined(approval.number(), approval.authority(), approval.date()));
        }
        var intention = said.intention();
        if (intention != null) {
            put("/statutory/intention", "intention", joined(intention.number(), intention.publishedOn()));
        }
        put("/statutory/intentionExemptReason", "intention-exempt", said.intentionExemptReason());
        if (said.documents() != null) documents(said.documents());
        put("/statutory/contractTerm", "contract-term", said.contractTerm());
        put("/statutory/submissionPlace", "submission-place", said.submissionPlace());
        put("/statutory/openingPlace", "opening-place", said.openingPlace());
        var agency = said.agency();
        if (agency != null) {
            put("/statutory/agency", "agency", joined(agency.name(), agency.address(), agency.phone()));
        }
        put("/statutory/otherMatters", "other-matters", said.otherMatters());
    }

    private void documents(Documents documents) {
        put("/statutory/documents/from", "documents-from", minute(documents.from()));
        put("/statutory/documents/to", "documents-to", minute(documents.to()));
        put("/statutory/documents/place", "documents-place", documents.place());
        put("/statutory/documents/way", "documents-way", documents.way());
        var price = documents.priceFen();
        put("/statutory/documents/priceFen", "documents-price", price == null ? null : CallParts.yuan(price));
    }

    private static String joined(@Nullable Object... pieces) {
        return Arrays.stream(pieces)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.joining("，"));
    }

    private void lot(String pointer, int number, LotContent lot) {
        put(pointer + "/title", "lot-title", lot.title(), number);
        put(pointer + "/categoryCode", "lot-category", lot.categoryCode(), number);
        var places = lot.serviceRegionCodes().stream().map(placeName).collect(Collectors.joining("；"));
        put(pointer + "/serviceRegionCodes", "lot-places", places.isEmpty() ? null : places, number);
        put(
                pointer + "/budgetFen",
                "lot-budget",
                lot.budgetFen() == null ? null : CallParts.yuan(lot.budgetFen()),
                number);
        put(pointer + "/description", "lot-description", lot.description(), number);
        put(pointer + "/repeats", "lot-repeats", lot.repeats() == null ? null : true, number);
        for (int i = 0; i < lot.requirements().size(); i++) {
            var requirement = lot.requirements().get(i);
            var complete = requirement.kind() == RequirementKind.TEXT
                    || requirement.kind() == RequirementKind.ANNUAL_INSPECTION
                    || requirement.qualification() != null;
            put(
                    pointer + "/requirements/" + i,
                    "lot-requirement",
                    complete ? OfficialWords.of(requirement) : requirement.kind(),
                    number,
                    i + 1);
        }
        for (int i = 0; i < lot.criteria().size(); i++) {
            var criterion = lot.criteria().get(i);
            put(
                    pointer + "/criteria/" + i,
                    "lot-criterion",
                    criterion.name() + " " + criterion.weight() + (criterion.mustAgree() ? " 客观分" : ""),
                    number,
                    i + 1);
        }
    }

    private void put(String pointer, String label, @Nullable Object value, Object... arguments) {
        if (value != null && !value.toString().isBlank()) {
            lines.put(pointer, new Line(label, List.of(arguments), value.toString()));
        }
    }

    private static @Nullable String minute(@Nullable Instant moment) {
        return moment == null ? null : moment.atZone(ZoneId.of("Asia/Shanghai")).format(MINUTE);
    }
}
