package org.goufu.organization.domain;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.goufu.kernel.RegionCode;
import org.goufu.organization.CreditCode;
import org.jspecify.annotations.Nullable;

/** Understands the rows of one file: what each says about which body, or why it cannot be taken over. */
public final class RowReader {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 4_000;
    /** 四川省社会组织评估管理办法 第5条. */
    private static final int GRADE_YEARS = 5;
    /** Who exists by the end of June is inspected for that year (社会团体登记管理条例 第28条). */
    private static final MonthDay LAST_INSPECTED = MonthDay.of(6, 30);

    /** What people write under a table: its sum, who made it and looked at it, remarks. */
    private static final Pattern UNDER_THE_TABLE =
            Pattern.compile("(合计|小计|总计|共计)[0-9]*[家个条]?[:：]?|(制表|填表|填报|审核|复核|经办|备注|说明|注)(人|单位|日期|时间)?[:：].*");

    private final ImportKind kind;
    private final ColumnMapping mapping;
    private final Authorities authorities;
    private final RegionCode scope;
    private final LocalDate today;

    public RowReader(
            ImportKind kind, ColumnMapping mapping, Authorities authorities, RegionCode scope, LocalDate today) {
        this.kind = kind;
        this.mapping = mapping;
        this.authorities = authorities;
        this.scope = scope;
        this.today = today;
    }

    /** Whether a row is no body's but stands under the table: it has no code, and begins as sums and signatures do. */
    public boolean isUnderTheTable(List<String> cells) {
        for (int i = 0; i < Math.min(cells.size(), mapping.columns().size()); i++) {
            boolean code = mapping.columns().get(i).field() == ImportField.CREDIT_CODE;
            if (code && !TypedForms.saysNothing(cells.get(i))) return false;
        }
        return cells.stream()
                .filter(cell -> !TypedForms.saysNothing(cell))
                .findFirst()
                .filter(first -> UNDER_THE_TABLE.matcher(TypedForms.name(first)).matches())
                .isPresent();
    }

    /** @param formulas positions of cells that a formula computes */
    public ReadRow read(int number, List<String> cells, Set<Integer> formulas) {
        return new Row(number, cells, formulas).read();
    }

    /** One row while it is being understood. */
    private final class Row {
        private final int number;
        private final List<String> cells;
        private final Set<Integer> formulas;
        private final Map<ImportField, Integer> columns = new EnumMap<>(ImportField.class);
        private final Map<String, String> fields = new TreeMap<>();
        private final List<CellProblem> problems = new ArrayList<>();

        Row(int number, List<String> cells, Set<Integer> formulas) {
            this.number = number;
            this.cells = cells;
            this.formulas = formulas;
        }

        ReadRow read() {
            for (int i = 0; i < mapping.columns().size(); i++) {
                var field = mapping.columns().get(i).field();
                if (field == null) continue;
                if (formulas.contains(i)) problem(i, "formula", "");
                columns.putIfAbsent(field, i);
            }
            identity();
            if (kind.isList()) {
                listed(kind == ImportKind.ABNORMAL_LIST ? ImportField.ABNORMAL : ImportField.SERIOUS);
            } else {
                register();
            }
            var place = authorities.place(
                    fields.getOrDefault("AUTHORITY", ""), fields.getOrDefault("CREDIT_CODE", ""), scope);
            return new ReadRow(number, cells, fields, place, problems);
        }

        private void identity() {
            text(ImportField.NAME, TypedForms::name, LONGEST_NAME);
            text(ImportField.LEGACY_CERT_NO, TypedForms::name, LONGEST_NAME);
            var code = cell(ImportField.CREDIT_CODE);
            if (code != null) {
                var plain = TypedForms.code(code);
                if (CreditCode.isValid(plain)) {
                    fields.put("CREDIT_CODE", plain);
                } else {
                    problem(ImportField.CREDIT_CODE, TypedForms.lostDigits(code) ? "lost-digits" : "credit-code", code);
                }
            } else if (!fields.containsKey("NAME") && !fields.containsKey("LEGACY_CERT_NO")) {
                problems.add(new CellProblem("", "no-identity", ""));
            }
        }

        private void register() {
            text(ImportField.HEAD, TypedForms::words, LONGEST_NAME);
            text(ImportField.ADDRESS, TypedForms::words, LONGEST_TEXT);
            text(ImportField.SCOPE, TypedForms::words, LONGEST_TEXT);
            text(ImportField.AUTHORITY, TypedForms::words, LONGEST_NAME);
            typed(
                    ImportField.LEGAL_FORM,
                    "legal-form",
                    cell -> TypedForms.legalForm(cell).map(Enum::name).orElse(null));
            formFitsCode();
            typed(ImportField.FOUNDED_ON, "date", this::day);
            notInFuture(ImportField.FOUNDED_ON, "FOUNDED_ON");
            capital();
            typed(ImportField.STATUS, "status", cell -> TypedForms.status(cell).orElse(null));
            inspections();
            headcount();
            money(ImportField.NET_ASSETS);
            money(ImportField.INCOME);
            grade();
            standing(ImportField.ABNORMAL);
            standing(ImportField.SERIOUS);
            bothLists();
        }

        private void formFitsCode() {
            var form = fields.get("LEGAL_FORM");
            var code = fields.get("CREDIT_CODE");
            if (form == null || code == null) return;
            var named = new CreditCode(code).legalForm();
            if (named.isPresent() && !named.get().name().equals(form)) {
                problem(ImportField.LEGAL_FORM, "form-and-code", String.valueOf(cell(ImportField.LEGAL_FORM)));
            }
        }

        private void capital() {
            var cell = cell(ImportField.CAPITAL);
            if (cell == null) return;
            var fen = TypedForms.fen(cell, heading(ImportField.CAPITAL).contains("万"));
            if (fen.isPresent()) {
                fields.put("CAPITAL", String.valueOf(fen.getAsLong()));
            } else {
                problem(ImportField.CAPITAL, "amount", cell);
            }
        }

        /**
         * Every column of conclusions: one may name its year in the heading, in the cell or in the column of years; the last year that
         * is concluded is meant where none does.
         */
        private void inspections() {
            var itsYear = itsYear();
            for (int i = 0; i < mapping.columns().size(); i++) {
                var column = mapping.columns().get(i);
                var cell = column.field() == ImportField.INSPECTION ? cell(i) : null;
                if (cell == null) continue;
                var year = TypedForms.year(column.heading()).orElse(itsYear);
                var found = TypedForms.inspections(cell, year);
                if (found.isEmpty()) problem(i, year == null ? "inspection-year" : "inspection", cell);
                for (var each : found.entrySet()) {
                    inspection(i, each.getKey(), each.getValue());
                }
            }
        }

        private void headcount() {
            var cell = cell(ImportField.HEADCOUNT);
            if (cell == null) return;
            var people = TypedForms.narrow(cell).replaceFirst("[人名位]$", "");
            if (people.matches("\\d{1,5}")) {
                yearly(ImportField.HEADCOUNT, Long.parseLong(people));
            } else {
                problem(ImportField.HEADCOUNT, "people", cell);
            }
        }

        /** Net assets may lie below zero. */
        private void money(ImportField field) {
            var cell = cell(field);
            if (cell == null) return;
            var typed = TypedForms.narrow(cell);
            boolean below = field == ImportField.NET_ASSETS && typed.startsWith("-");
            var fen = TypedForms.fen(
                    below ? typed.substring(1) : typed, heading(field).contains("万"));
            if (fen.isPresent()) {
                yearly(field, below ? -fen.getAsLong() : fen.getAsLong());
            } else {
                problem(field, "amount", cell);
            }
        }

        /** Of the year that the heading or the column of years names, else of the last one whose reports are in. */
        private void yearly(ImportField field, long figure) {
            var year = TypedForms.year(heading(field)).orElseGet(this::itsYear);
            if (year == null) {
                problem(field, "figure-year", String.valueOf(cell(field)));
            } else if (year >= today.getYear()) {
                problem(field, "figure-to-come", String.valueOf(year));
            } else {
                fields.put(field.name() + "_" + year, String.valueOf(figure));
            }
        }

        private @Nullable Integer itsYear() {
            var beside = cell(ImportField.INSPECTION_YEAR);
            return beside == null ? concluded() : TypedForms.year(beside).orElse(null);
        }

        private void inspection(int column, int year, String conclusion) {
            var founded = fields.get("FOUNDED_ON");
            if (year >= today.getYear()) {
                problem(column, "inspection-to-come", String.valueOf(year));
            } else if (founded != null && LocalDate.parse(founded).isAfter(LAST_INSPECTED.atYear(year))) {
                problem(column, "inspection-before-founding", String.valueOf(year));
            } else {
                fields.put("INSPECTION_" + year, conclusion);
            }
        }

        /** A year's conclusions are due by the end of the next May (社会团体登记管理条例 第28条); until then nobody can tell which is meant. */
        private @Nullable Integer concluded() {
            return today.getMonth().compareTo(Month.MAY) > 0 ? today.getYear() - 1 : null;
        }

        private void grade() {
            typed(ImportField.GRADE, "grade", cell -> TypedForms.grade(cell).orElse(null));
            span(ImportField.GRADE_TO);
            typed(ImportField.GRADE_FROM, "date", this::day);
            if (!fields.containsKey("GRADE")) {
                fields.remove("GRADE_FROM");
                fields.remove("GRADE_TO");
            }
            notCrossed("GRADE", ImportField.GRADE_TO);
            gradeEnds();
        }

        /** Valid for five years: no longer, and just as long where only the first day is given. */
        private void gradeEnds() {
            var from = fields.get("GRADE_FROM");
            var last = (from == null ? today : LocalDate.parse(from))
                    .plusYears(GRADE_YEARS)
                    .minusDays(1);
            if (from != null) fields.putIfAbsent("GRADE_TO", last.toString());
            var to = fields.get("GRADE_TO");
            if (to != null && LocalDate.parse(to).isAfter(last)) problem(ImportField.GRADE_TO, "grade-too-long", to);
        }

        /** One day is the last; two are the first and the last. */
        private void span(ImportField field) {
            var cell = cell(field);
            if (cell == null) return;
            var days =
                    Stream.of(cell.split("至|到|~|～|—+|－－")).map(TypedForms::date).toList();
            if (days.size() > 2 || days.stream().anyMatch(day -> day.isEmpty())) {
                problem(field, "date", cell);
                return;
            }
            days.getLast().ifPresent(day -> fields.put("GRADE_TO", day.toString()));
            if (days.size() == 2) days.getFirst().ifPresent(day -> fields.put("GRADE_FROM", day.toString()));
        }

        /** A day in the cell says yes as well as 是 does. */
        private void standing(ImportField list) {
            var cell = cell(list);
            if (cell == null) return;
            var day = TypedForms.date(cell);
            var listed = day.isPresent() ? day.map(since -> true) : TypedForms.yesOrNo(cell);
            if (listed.isEmpty()) {
                problem(list, "yes-or-no", cell);
                return;
            }
            fields.put(list.name(), listed.get() ? "YES" : "NO");
            day.ifPresent(since -> fields.put(list.name() + "_FROM", since.toString()));
            notInFuture(list, list.name() + "_FROM");
        }

        private void bothLists() {
            var cell = cell(ImportField.STANDING);
            if (cell == null) return;
            var lists = TypedForms.lists(cell);
            if (lists.isEmpty()) {
                problem(ImportField.STANDING, "lists", cell);
                return;
            }
            fields.putIfAbsent("ABNORMAL", lists.get().contains(ImportField.ABNORMAL) ? "YES" : "NO");
            fields.putIfAbsent("SERIOUS", lists.get().contains(ImportField.SERIOUS) ? "YES" : "NO");
        }

        /** The law counts from the day of listing (社会组织信用信息管理办法), so a list without it is not taken over. */
        private void listed(ImportField list) {
            fields.put(list.name(), "YES");
            var from = cell(ImportField.LISTED_ON);
            if (from == null) {
                problems.add(new CellProblem(heading(ImportField.LISTED_ON), "listed-on", ""));
            }
            day(ImportField.LISTED_ON, list.name() + "_FROM");
            notInFuture(ImportField.LISTED_ON, list.name() + "_FROM");
            day(ImportField.REMOVED_ON, list.name() + "_TO");
            notCrossed(list.name(), ImportField.REMOVED_ON);
        }

        private void day(ImportField field, String key) {
            var cell = cell(field);
            if (cell == null) return;
            TypedForms.date(cell)
                    .ifPresentOrElse(day -> fields.put(key, day.toString()), () -> problem(field, "date", cell));
        }

        private @Nullable String day(String cell) {
            return TypedForms.date(cell).map(LocalDate::toString).orElse(null);
        }

        private void notInFuture(ImportField field, String key) {
            var day = fields.get(key);
            if (day != null && LocalDate.parse(day).isAfter(today)) {
                problem(field, "future", String.valueOf(cell(field)));
                fields.remove(key);
            }
        }

        private void notCrossed(String key, ImportField field) {
            var from = fields.get(key + "_FROM");
            var to = fields.get(key + "_TO");
            if (from != null && to != null && from.compareTo(to) > 0) {
                problem(field, "days-crossed", from + " – " + to);
            }
        }

        private void text(ImportField field, Function<String, String> form, int longest) {
            var cell = cell(field);
            if (cell == null) return;
            var text = form.apply(cell);
            if (text.length() > longest) {
                problem(field, "too-long", text);
            } else {
                fields.put(field.name(), text);
            }
        }

        private void typed(ImportField field, String code, Function<String, @Nullable String> form) {
            var cell = cell(field);
            if (cell == null) return;
            var value = form.apply(cell);
            if (value == null) {
                problem(field, code, cell);
            } else {
                fields.put(field.name(), value);
            }
        }

        /** Null when the file has no such column, or nothing stands in it. */
        private @Nullable String cell(ImportField field) {
            var column = columns.get(field);
            return column == null ? null : cell(column);
        }

        private @Nullable String cell(int column) {
            var cell = column < cells.size() ? cells.get(column) : "";
            return TypedForms.saysNothing(cell) || formulas.contains(column) ? null : cell;
        }

        private String heading(ImportField field) {
            var column = columns.get(field);
            return column == null ? "" : mapping.columns().get(column).heading();
        }

        private void problem(ImportField field, String code, String value) {
            problem(columns.getOrDefault(field, 0), code, value);
        }

        private void problem(int column, String code, String value) {
            problems.add(new CellProblem(mapping.columns().get(column).heading(), code, value));
        }
    }
}
