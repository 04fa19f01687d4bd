package org.goufu.federation.http;

import java.util.Locale;
import org.goufu.organization.Fact;
import org.goufu.platform.http.Texts;
import org.goufu.reference.Regions;
import org.goufu.reference.ServiceCategories;
import org.springframework.stereotype.Component;

/** Says a fact in words. */
@Component
class FactTexts {
    private final Texts texts;
    private final Regions regions;
    private final ServiceCategories categories;

    FactTexts(Texts texts, Regions regions, ServiceCategories categories) {
        this.texts = texts;
        this.regions = regions;
        this.categories = categories;
    }

    String kind(Fact fact, Locale locale) {
        return texts.text("fact." + fact.kind(), locale);
    }

    /** A code that no bundle knows is shown as it is: a registrar's new word must not hide the rest of the page. */
    String value(Fact fact, Locale locale) {
        return switch (fact.kind()) {
            case CATEGORY, EXPERIENCE -> categories.coded(fact.value()).name();
            case PLACE -> regions.coded(fact.value()).name();
            case QUALIFICATION, STAFF -> qualification(fact.value(), locale);
            case INSPECTION -> inspection(fact.value(), locale);
            case STATUS, FILING, CREDIT_LIST, GRADE ->
                texts.textOr("fact." + fact.kind() + "." + fact.value(), fact.value(), locale);
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
