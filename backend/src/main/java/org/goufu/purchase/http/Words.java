package org.goufu.purchase.http;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.goufu.platform.http.Texts;
import org.goufu.purchase.Finding;
import org.goufu.purchase.Finding.Severity;
import org.goufu.purchase.sql.LotView.RequirementView;
import org.goufu.purchase.usecase.ComparePurchase.Change;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says findings, requirements and changed fields in the asker's language. */
@Component
class Words {
    private final Texts texts;
    private final BasisProperties bases;

    Words(Texts texts, BasisProperties bases) {
        this.texts = texts;
        this.bases = bases;
    }

    /**
     * A finding as the contract has it.
     *
     * @param ruleVerified whether a person compared the cited basis with the official text
     */
    record FindingView(
            Severity severity,
            String pointer,
            String code,
            String detail,
            @Nullable String rule,
            boolean ruleVerified,
            @Nullable String suggestion) {}

    /** A changed field as the approver reads it. */
    record ChangeView(
            String pointer,
            String label,
            @Nullable String before,
            @Nullable String after) {}

    FindingView finding(Finding finding, Locale locale) {
        var arguments = finding.arguments().toArray();
        return new FindingView(
                finding.severity(),
                finding.pointer(),
                finding.code(),
                texts.text("field." + finding.code(), locale, arguments),
                orNull("rule." + finding.code(), locale),
                !bases.unverifiedBases().contains(finding.code()),
                orNull("suggestion." + finding.code(), locale));
    }

    ChangeView change(Change change, Locale locale) {
        var label =
                texts.text("label." + change.label(), locale, change.arguments().toArray());
        return new ChangeView(
                change.pointer(), label, value(change, change.before(), locale), value(change, change.after(), locale));
    }

    /** The words of a requirement; null for one that its draft has not finished. */
    Function<RequirementView, @Nullable String> requirements(Locale locale) {
        return requirement -> switch (requirement.kind()) {
            case TEXT -> requirement.text();
            case ANNUAL_INSPECTION ->
                requirement.year() == null
                        ? null
                        : texts.text("requirement.ANNUAL_INSPECTION", locale, String.valueOf(requirement.year()));
            case SPECIAL_QUALIFICATION, PROFESSIONAL_STAFF -> qualified(requirement, locale);
        };
    }

    String text(String key, Locale locale) {
        return texts.text(key, locale);
    }

    private @Nullable String qualified(RequirementView requirement, Locale locale) {
        if (requirement.qualification() == null) {
            return null;
        }
        var name = texts.text("qualification." + requirement.qualification(), locale);
        var count = requirement.count() == null ? List.of(name) : List.of(name, requirement.count());
        return texts.text("requirement." + requirement.kind(), locale, count.toArray());
    }

    private @Nullable String value(Change change, @Nullable String value, Locale locale) {
        return value != null && change.label().equals("method") ? texts.text("method." + value, locale) : value;
    }

    private @Nullable String orNull(String key, Locale locale) {
        var text = texts.textOr(key, "", locale);
        return text.isEmpty() ? null : text;
    }
}
