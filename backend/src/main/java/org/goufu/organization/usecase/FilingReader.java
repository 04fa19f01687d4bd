package org.goufu.organization.usecase;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.goufu.kernel.Actor;
import org.goufu.kernel.FieldProblem;
import org.goufu.kernel.RegionCode;
import org.goufu.organization.ActivityKind;
import org.goufu.organization.domain.FilingProblem;
import org.goufu.organization.domain.FilingRecord;
import org.goufu.organization.domain.GroupName;
import org.goufu.organization.domain.GroupNature;
import org.goufu.reference.Regions;
import org.goufu.reference.ServiceCategories;
import org.jspecify.annotations.Nullable;

/** Reads a clerk's form: every field that is wrong is named at once. */
final class FilingReader {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_TEXT = 2_000;
    private static final int MOST_MEMBERS = 200;
    private static final int MOST_CATEGORIES = 10;
    private static final int MOST_PAPERS = 20;
    private static final int LARGEST_GROUP = 10_000;
    private static final int COMMUNITY = 5;
    private static final LocalDate EARLIEST = LocalDate.of(1949, 10, 1);
    private static final Pattern PHONE = Pattern.compile("[+\\d][\\d\\- ]{5,18}\\d");

    private final FilingForm form;
    private final Actor actor;
    private final Regions regions;
    private final ServiceCategories categories;
    private final LocalDate today;
    private final List<FieldProblem> problems = new ArrayList<>();

    FilingReader(FilingForm form, Actor actor, Regions regions, ServiceCategories categories, LocalDate today) {
        this.form = form;
        this.actor = actor;
        this.regions = regions;
        this.categories = categories;
        this.today = today;
    }

    /**
     * Fails with {@code filing/not-fileable} for what may not be filed at all, with {@code filing/not-well-formed} naming every field that
     * is wrong.
     */
    FilingRecord read() {
        var name = text("/name", form.name(), LONGEST_NAME);
        fileable(name);
        var record = new FilingRecord(
                name,
                community(),
                type(),
                leader(),
                memberCount(),
                coreMembers(),
                foundedOn(),
                text("/venue", form.venue(), LONGEST_LINE),
                text("/purpose", form.purpose(), LONGEST_TEXT),
                categories(),
                line("/guidanceUnit", form.guidanceUnit()),
                line("/host", form.host()),
                line("/partyBranch", form.partyBranch()),
                line("/funding", form.funding()),
                atMost("/attachments", form.attachments(), MOST_PAPERS));
        if (!problems.isEmpty()) {
            throw FilingProblem.NOT_WELL_FORMED.raise(problems, problems.size());
        }
        return record;
    }

    /** Said first and alone: what may not be filed need not be filled in any further. */
    private void fileable(String name) {
        if (form.nature() == null) {
            wrong("/nature", "required");
        } else if (!form.nature().mayBeFiled()) {
            refuse("/nature", "filing-nature-" + form.nature());
        }
        GroupNature.namedBy(name).ifPresent(nature -> refuse("/name", "filing-nature-" + nature));
        GroupName.claim(name).ifPresent(word -> refuse("/name", "filing-name-claims", word));
    }

    private static void refuse(String pointer, String code, Object... arguments) {
        throw FilingProblem.NOT_FILEABLE.raise(List.of(FieldProblem.of(pointer, code, arguments)));
    }

    private String community() {
        var code = Objects.requireNonNullElse(form.communityCode(), "");
        var region = regions.find(code);
        if (region.isEmpty()) {
            wrong("/communityCode", code.isBlank() ? "required" : "place-unknown", code);
        } else if (!actor.region().covers(new RegionCode(code))) {
            var own = regions.coded(actor.region().value()).name();
            wrong("/communityCode", "out-of-region", own);
        } else if (region.get().level() < COMMUNITY
                && (region.get().childCount() > 0 || region.get().level() < COMMUNITY - 1)) {
            wrong("/communityCode", "filing-community");
        }
        return code;
    }

    private ActivityKind type() {
        if (form.type() == null) wrong("/type", "required");
        return Objects.requireNonNullElse(form.type(), ActivityKind.AFFAIRS);
    }

    private FilingRecord.@Nullable Leader leader() {
        var leader = form.leader();
        var name = text("/leader/name", leader == null ? null : leader.name(), LONGEST_NAME);
        var phone = text("/leader/phone", leader == null ? null : leader.phone(), LONGEST_LINE);
        if (!phone.isEmpty() && !PHONE.matcher(phone).matches()) wrong("/leader/phone", "phone");
        var status = line("/leader/politicalStatus", leader == null ? null : leader.politicalStatus());
        return new FilingRecord.Leader(name, status, phone);
    }

    private @Nullable Integer memberCount() {
        var count = form.memberCount();
        if (count == null) {
            wrong("/memberCount", "required");
        } else if (count < Math.max(1, coreMembers().size()) || count > LARGEST_GROUP) {
            wrong("/memberCount", "range", Math.max(1, coreMembers().size()), LARGEST_GROUP);
        }
        return count;
    }

    private List<String> coreMembers() {
        return Objects.requireNonNullElse(form.coreMembers(), List.<String>of()).stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .limit(MOST_MEMBERS)
                .toList();
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

    private List<String> categories() {
        var chosen = atMost("/categories", form.categories(), MOST_CATEGORIES);
        if (chosen.isEmpty()) wrong("/categories", "not-empty");
        for (int i = 0; i < chosen.size(); i++) {
            if (categories.find(chosen.get(i)).isEmpty()) wrong("/categories/" + i, "fact-value", chosen.get(i));
        }
        return chosen.stream().distinct().toList();
    }

    private <T> List<T> atMost(String pointer, @Nullable List<T> items, int most) {
        var given = Objects.requireNonNullElse(items, List.<T>of());
        if (given.size() > most) wrong(pointer, "too-many-items", most);
        return given;
    }

    private String text(String pointer, @Nullable String text, int longest) {
        var read = Objects.requireNonNullElse(text, "").strip();
        if (read.isEmpty()) wrong(pointer, "required");
        if (read.length() > longest) wrong(pointer, "too-long", longest);
        return read;
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
