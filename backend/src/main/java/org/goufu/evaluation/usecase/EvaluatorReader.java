package org.goufu.evaluation.usecase;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.goufu.evaluation.domain.PoolEntry;
import org.goufu.evaluation.domain.PoolMember;
import org.goufu.evaluation.domain.PoolMember.Kind;
import org.goufu.evaluation.domain.PoolMember.Tie;
import org.goufu.evaluation.domain.PoolProblem;
import org.goufu.kernel.Actor;
import org.goufu.kernel.FieldProblem;
import org.goufu.kernel.RegionCode;
import org.goufu.organization.DepartmentView;
import org.goufu.reference.Regions;
import org.goufu.reference.ServiceCategories;
import org.jspecify.annotations.Nullable;

/** Reads the form of an entry: every field that is wrong is named at once. */
final class EvaluatorReader {
    static final int MOST_AVOIDANCES = 100;
    private static final int MOST_CODES = 100;
    private static final int LONGEST_NAME = 50;
    private static final int LONGEST_LINE = 100;
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 -]{5,19}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,120}");

    private final EvaluatorForm form;
    private final Actor actor;
    private final Regions regions;
    private final ServiceCategories categories;
    private final List<FieldProblem> problems = new ArrayList<>();

    EvaluatorReader(EvaluatorForm form, Actor actor, Regions regions, ServiceCategories categories) {
        this.form = form;
        this.actor = actor;
        this.regions = regions;
        this.categories = categories;
    }

    /**
     * Under no number yet; fails with {@code pool/not-well-formed} naming every field that is wrong.
     *
     * @param department the purchaser's own, null for who keeps experts
     * @param names of the bodies that avoidances name
     */
    PoolEntry as(UUID account, @Nullable DepartmentView department, Map<UUID, String> names, LocalDate today) {
        var kind = kind();
        var region = region(kind, department);
        var expert = kind == Kind.EXPERT;
        var member = new PoolMember(
                account,
                text("/name", form.name(), LONGEST_NAME),
                kind,
                department == null ? null : department.id(),
                text("/employer", form.employer(), LONGEST_LINE),
                text("/title", form.title(), LONGEST_NAME),
                expert ? codes("/fields", form.fields(), "category-unknown", this::isCategory) : List.of(),
                region,
                expert ? codes("/places", form.places(), "place-unknown", this::isPlace) : List.of(region),
                ties(form.avoidances(), names, today, problems));
        var entry = new PoolEntry(member, "", phone(), email(), PoolEntry.State.ACTIVE, null, 1);
        if (!problems.isEmpty()) throw PoolProblem.NOT_WELL_FORMED.raise(problems, problems.size());
        return entry;
    }

    private Kind kind() {
        if (form.kind() == null) {
            wrong("/kind", "required");
            return Kind.EXPERT;
        }
        if ((form.kind() == Kind.EXPERT) != PoolEntry.keepsExperts(actor)) wrong("/kind", "pool-kind-of-others");
        return form.kind();
    }

    private String region(Kind kind, @Nullable DepartmentView department) {
        if (kind == Kind.INTERNAL && department != null) return department.regionCode();
        var code = Objects.requireNonNullElse(form.regionCode(), "");
        if (!isPlace(code)) {
            wrong("/regionCode", code.isBlank() ? "required" : "place-unknown", code);
            return code;
        }
        var own = department == null ? actor.regionCode() : new RegionCode(department.regionCode());
        boolean outside = own != null
                && !(department == null ? own.covers(new RegionCode(code)) : own.touches(new RegionCode(code)));
        if (outside)
            wrong("/regionCode", "out-of-region", regions.coded(own.value()).name());
        return code;
    }

    private boolean isPlace(String code) {
        return regions.find(code).isPresent();
    }

    private boolean isCategory(String code) {
        return categories.find(code).isPresent();
    }

    private List<String> codes(String pointer, @Nullable List<String> typed, String unknown, Predicate<String> known) {
        var codes =
                typed == null ? List.<String>of() : typed.stream().distinct().toList();
        if (codes.isEmpty()) wrong(pointer, "required");
        if (codes.size() > MOST_CODES) wrong(pointer, "pool-too-many", MOST_CODES);
        codes.stream().filter(code -> !known.test(code)).forEach(code -> wrong(pointer, unknown, code));
        return codes;
    }

    /** The same for the person who states them. */
    static List<Tie> ties(
            @Nullable List<EvaluatorForm.Avoidance> typed,
            Map<UUID, String> names,
            LocalDate today,
            List<FieldProblem> problems) {
        var ties = new ArrayList<Tie>();
        var avoidances = Objects.requireNonNullElse(typed, List.<EvaluatorForm.Avoidance>of());
        if (avoidances.size() > MOST_AVOIDANCES) {
            problems.add(FieldProblem.of("/avoidances", "pool-too-many", MOST_AVOIDANCES));
            return ties;
        }
        for (int i = 0; i < avoidances.size(); i++) {
            var one = avoidances.get(i);
            var name = one.body() == null ? null : names.get(one.body());
            boolean twice = ties.stream().anyMatch(tie -> tie.body().equals(one.body()));
            if (name == null || twice) {
                problems.add(FieldProblem.of("/avoidances/" + i + "/body", twice ? "pool-body-twice" : "pool-body"));
            } else if (one.relation() == null) {
                problems.add(FieldProblem.of("/avoidances/" + i + "/relation", "required"));
            } else if (one.until() != null && one.until().isAfter(today)) {
                problems.add(FieldProblem.of("/avoidances/" + i + "/until", "pool-until", today));
            } else {
                ties.add(new Tie(one.body(), name, one.relation(), one.until()));
            }
        }
        return ties;
    }

    private String phone() {
        var phone = Objects.requireNonNullElse(form.phone(), "").strip();
        if (!PHONE.matcher(phone).matches()) wrong("/phone", phone.isEmpty() ? "required" : "pool-phone");
        return phone;
    }

    private @Nullable String email() {
        if (form.email() == null || form.email().isBlank()) return null;
        if (!EMAIL.matcher(form.email().strip()).matches()) wrong("/email", "email");
        return form.email().strip();
    }

    private String text(String pointer, @Nullable String typed, int longest) {
        var text = Objects.requireNonNullElse(typed, "").strip();
        if (text.isEmpty()) wrong(pointer, "required");
        if (text.length() > longest) wrong(pointer, "too-long", longest);
        return text;
    }

    private void wrong(String pointer, String code, Object... arguments) {
        problems.add(FieldProblem.of(pointer, code, arguments));
    }
}
