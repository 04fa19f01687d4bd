package org.goufu.organization;

import java.util.Locale;
import org.goufu.platform.http.Texts;
import org.goufu.reference.Regions;
import org.goufu.reference.ServiceCategories;
import org.springframework.stereotype.Component;

/** Says a fact in words. */
@Component
public class FactTexts {
    private final Texts texts;
    private final Regions regions;
    private final ServiceCategories categories;

    FactTexts(Texts texts, Regions regions, ServiceCategories categories) {
        this.texts = texts;
        this.regions = regions;
        this.categories = categories;
    }

    public String kind(FactKind kind, Locale locale) {
        return texts.text("fact." + kind, locale);
    }

    /** A code that no bundle knows is shown as it is: a registrar's new word must not hide the rest of the page. */
    public String value(FactKind kind, String value, Locale locale) {
        return switch (kind) {
            case CATEGORY, EXPERIENCE -> categories.coded(value).name();
            case PLACE -> regions.coded(value).name();
            case QUALIFICATION, STAFF, TAX -> qualification(value, locale);
            case INSPECTION -> inspection(value, locale);
            case SCOPE, HEAD, BANK_ACCOUNT -> value;
            case HEADCOUNT, NET_ASSETS, INCOME -> texts.text("fact.year", locale, value);
            case STATUS, FILING, CREDIT_LIST, GRADE, ACTIVITY ->
                texts.textOr("fact." + kind + "." + value, value, locale);
        };
    }

    /** A minus before the code says that it was refused or revoked. */
    private String qualification(String value, Locale locale) {
        var code = value.startsWith("-") ? value.substring(1) : value;
        var name = texts.textOr("qualification." + code, code, locale);
        return code.equals(value) ? name : texts.text("fact.QUALIFICATION.refused", locale, name);
    }

    /** {@code 2025:QUALIFIED}. */
    private String inspection(String value, Locale locale) {
        var parts = value.split(":", 2);
        return parts.length < 2 ? value : texts.textOr("fact.INSPECTION." + parts[1], value, locale, parts[0]);
    }
}
