package org.goufu.organization.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.goufu.kernel.FieldProblem;
import org.goufu.organization.Certificate;
import org.goufu.organization.FactKind;
import org.goufu.organization.FactOrigin;
import org.goufu.organization.OrganizationProblem;
import org.goufu.organization.SpecialQualification;
import org.goufu.organization.TaxQualification;

/** What can be put on record about a body, kind by kind. */
public final class FactRules {
    private static final Set<String> STATUS = Set.of("NORMAL", "SUSPENDED", "REVOKED", "CANCELLED", "LIQUIDATING");
    private static final Set<String> LISTS =
            Set.of("ABNORMAL", "SERIOUS", "COURT_DEFAULT", "TAX_CREDIT", "PROCUREMENT_BAN");
    private static final Pattern INSPECTION = Pattern.compile("(\\d{4}):(QUALIFIED|BASICALLY|UNQUALIFIED|NOT_TAKEN)");
    private static final Pattern HALF_INSPECTION = Pattern.compile(":.*|.*:");
    private static final Pattern GRADE = Pattern.compile("A[1-5]");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern ACCOUNT = Pattern.compile(".{2,80}\\s\\d[\\d ]{8,38}\\d");
    private static final LocalDate EARLIEST = LocalDate.of(1949, 10, 1);
    private static final int GRADE_YEARS = 5;
    private static final int YEARS_AHEAD = 2;
    private static final int LONGEST_SOURCE = 100;
    private static final long LARGEST_NUMBER = 100_000;
    /** Ten thousand million yuan: more is a slip of the pen. */
    private static final long LARGEST_FEN = 1_000_000_000_000L;

    /** What the registrars keep here; the head, the scope and the filing have forms of their own. */
    private static final Set<FactKind> OF_LEGAL_PERSONS = Set.of(
            FactKind.STATUS,
            FactKind.INSPECTION,
            FactKind.CREDIT_LIST,
            FactKind.GRADE,
            FactKind.QUALIFICATION,
            FactKind.STAFF,
            FactKind.CATEGORY,
            FactKind.PLACE,
            FactKind.EXPERIENCE,
            FactKind.TAX,
            FactKind.HEADCOUNT,
            FactKind.NET_ASSETS,
            FactKind.INCOME,
            FactKind.BANK_ACCOUNT);
    /** A filed group has neither registration nor account of its own (民法典 第103条). */
    private static final Set<FactKind> OF_GROUPS =
            Set.of(FactKind.STAFF, FactKind.CATEGORY, FactKind.PLACE, FactKind.EXPERIENCE);
    /** What a body cannot say about itself: status and lists are the registrars' and the courts'. */
    private static final Set<FactKind> NEVER_SELF = Set.of(FactKind.STATUS, FactKind.CREDIT_LIST);
    /** What it does and where is its own to say; everything else it has to show. */
    private static final Set<FactKind> WITHOUT_EVIDENCE = Set.of(FactKind.CATEGORY, FactKind.PLACE);

    private final List<FieldProblem> problems = new ArrayList<>();
    private final RecordedFact fact;
    private final RegisteredBody body;
    private final LocalDate today;

    private FactRules(RecordedFact fact, RegisteredBody body, LocalDate today) {
        this.fact = fact;
        this.body = body;
        this.today = today;
    }

    /** Whether codes of the two trees are known; the domain cannot know them. */
    public interface Codes {
        boolean isCategory(String code);

        boolean isRegion(String code);
    }

    /** Fails with {@code organization/fact-refused} naming everything that is wrong. */
    public static void check(RecordedFact fact, RegisteredBody body, LocalDate today, Codes codes) {
        var rules = new FactRules(fact, body, today);
        rules.kind();
        if (rules.problems.isEmpty()) {
            rules.value(codes);
            rules.days();
            rules.origin();
        }
        if (!rules.problems.isEmpty()) {
            throw OrganizationProblem.FACT_REFUSED.raise(rules.problems);
        }
    }

    private void kind() {
        var allowed = body.kind().isLegalPerson() ? OF_LEGAL_PERSONS : OF_GROUPS;
        if (!allowed.contains(fact.kind())) {
            wrong("/kind", "fact-kind-elsewhere");
        } else if (fact.origin() == FactOrigin.SELF && NEVER_SELF.contains(fact.kind())) {
            wrong("/kind", "fact-kind-registrars");
        }
    }

    private void value(Codes codes) {
        boolean known = switch (fact.kind()) {
            case STATUS -> STATUS.contains(fact.value());
            case CREDIT_LIST -> LISTS.contains(fact.value());
            case INSPECTION -> INSPECTION.matcher(fact.value()).matches();
            case GRADE -> GRADE.matcher(fact.value()).matches();
            case QUALIFICATION -> isQualification(fact.value());
            case STAFF -> isNamed(Certificate.values(), fact.value());
            case CATEGORY, EXPERIENCE -> codes.isCategory(fact.value());
            case PLACE -> codes.isRegion(fact.value());
            case TAX -> isNamed(TaxQualification.values(), fact.value());
            case HEADCOUNT, NET_ASSETS, INCOME -> YEAR.matcher(fact.value()).matches();
            case BANK_ACCOUNT -> ACCOUNT.matcher(fact.value()).matches();
            case SCOPE, HEAD, FILING, ACTIVITY -> false;
        };
        if (!known) wrong("/value", fault(), fact.value());
        number();
        if (known && fact.kind() == FactKind.INSPECTION) inspection();
        if (known && fact.kind().isYearly()) report();
    }

    private void number() {
        switch (fact.kind()) {
            case STAFF, EXPERIENCE -> between(1);
            case HEADCOUNT -> between(0);
            case INCOME -> {
                if (fact.number() < 0 || fact.number() > LARGEST_FEN) wrong("/amountFen", "positive-or-zero");
            }
            // Debts may be larger than what there is.
            case NET_ASSETS -> {
                if (Math.abs(fact.number()) > LARGEST_FEN) wrong("/amountFen", "fact-amount");
            }
            default -> {
                if (fact.number() != 0) wrong("/number", "fact-number");
            }
        }
    }

    private void between(long least) {
        if (fact.number() < least || fact.number() > LARGEST_NUMBER) wrong("/number", "range", least, LARGEST_NUMBER);
    }

    /** A year's figures are known after it is over, and a body has none of years before it existed. */
    private void report() {
        int year = Integer.parseInt(fact.value());
        var founded = body.foundedOn();
        if (year >= today.getYear() || founded != null && founded.getYear() > year) {
            wrong("/value", "report-year", fact.value());
        } else if (fact.from().getYear() <= year) {
            wrong("/from", "report-day", fact.value());
        }
        if (fact.to() != null) wrong("/to", "report-end");
    }

    /** What was not chosen is asked for; what was is named. */
    private String fault() {
        boolean open = fact.value().isBlank()
                || fact.kind() == FactKind.INSPECTION
                        && HALF_INSPECTION.matcher(fact.value()).matches();
        if (open) return "required";
        if (fact.kind().isYearly()) return "year";
        return fact.kind() == FactKind.BANK_ACCOUNT ? "bank-account" : "fact-value";
    }

    /** A minus before the code says that it was refused or revoked, which the body does not declare. */
    private boolean isQualification(String value) {
        boolean revoked = value.startsWith("-");
        return isNamed(SpecialQualification.values(), revoked ? value.substring(1) : value)
                && !(revoked && fact.origin() == FactOrigin.SELF);
    }

    private static boolean isNamed(Enum<?>[] constants, String name) {
        for (var constant : constants) {
            if (constant.name().equals(name)) return true;
        }
        return false;
    }

    /** A year is inspected after it is over, and only of who existed by its 30th of June (社会团体登记管理条例 第28条). */
    private void inspection() {
        int year = Integer.parseInt(fact.matter());
        var founded = body.foundedOn();
        if (year >= today.getYear() || founded != null && founded.isAfter(LocalDate.of(year, 6, 30))) {
            wrong("/value", "inspection-year", fact.matter());
        } else if (fact.from().getYear() <= year) {
            wrong("/from", "inspection-day", fact.matter());
        }
        if (fact.to() != null) wrong("/to", "inspection-end");
    }

    private void days() {
        if (fact.from().isBefore(EARLIEST) || fact.from().isAfter(latest())) wrong("/from", "fact-day", latest());
        var to = fact.to();
        if (to != null && to.isBefore(fact.from())) wrong("/to", "fact-days");
        if (fact.kind() == FactKind.GRADE) grade();
        if (fact.kind() == FactKind.TAX && to == null) wrong("/to", "tax-end");
    }

    /** What has happened lies behind us; a grade, licence or tax qualification may begin with next year. */
    private LocalDate latest() {
        return switch (fact.kind()) {
            case GRADE, QUALIFICATION, TAX -> today.plusYears(YEARS_AHEAD);
            default -> today;
        };
    }

    /** Valid for five years at most (四川省社会组织评估管理办法 第5条). */
    private void grade() {
        var to = fact.to();
        if (to == null) {
            wrong("/to", "grade-end");
        } else if (to.isAfter(fact.from().plusYears(GRADE_YEARS).minusDays(1))) {
            wrong("/to", "grade-too-long", GRADE_YEARS);
        }
    }

    private void origin() {
        if (fact.source().isBlank()) wrong("/source", "required");
        if (fact.source().length() > LONGEST_SOURCE) wrong("/source", "too-long", LONGEST_SOURCE);
        if (fact.origin() == FactOrigin.SELF && needsEvidence(fact.kind()) && fact.evidenceId() == null) {
            wrong("/evidenceId", "evidence-needed");
        }
    }

    /** Whether a body has to show it when it declares it itself. */
    public static boolean needsEvidence(FactKind kind) {
        return !WITHOUT_EVIDENCE.contains(kind);
    }

    /** What a body may declare itself, in the order of the enum. */
    public static List<FactKind> declarable(RegisteredBody body) {
        return (body.kind().isLegalPerson() ? OF_LEGAL_PERSONS : OF_GROUPS)
                .stream().filter(kind -> !NEVER_SELF.contains(kind)).sorted().toList();
    }

    private void wrong(String pointer, String code, Object... arguments) {
        problems.add(FieldProblem.of(pointer, code, arguments));
    }
}
