package org.goufu.organization.http;

import java.util.List;
import java.util.Locale;
import org.goufu.organization.CreditCode;
import org.goufu.organization.domain.CellProblem;
import org.goufu.organization.domain.TypedForms;
import org.goufu.platform.http.Texts;
import org.springframework.stereotype.Component;

/** Says in words why rows are refused. */
@Component
class RowTexts {
    private final Texts texts;

    RowTexts(Texts texts) {
        this.texts = texts;
    }

    /**
     * A reason as pages show it.
     *
     * @param column the heading of the cell's column; empty when it is about the row as a whole
     */
    record Reason(String column, String code, String detail) {}

    List<Reason> of(List<CellProblem> problems, Locale locale) {
        return problems.stream()
                .map(problem -> new Reason(
                        problem.column(),
                        problem.code(),
                        texts.text("import-row." + problem.code(), locale, problem.value(), fault(problem, locale))))
                .toList();
    }

    /** What exactly is wrong with a credit code; nothing for other reasons. */
    private String fault(CellProblem problem, Locale locale) {
        if (!problem.code().equals("credit-code")) return "";
        return CreditCode.fault("", TypedForms.code(problem.value()))
                .map(fault -> texts.text(
                        "field." + fault.code(), locale, fault.arguments().toArray()))
                .orElse("");
    }
}
