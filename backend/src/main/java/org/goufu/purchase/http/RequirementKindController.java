package org.goufu.purchase.http;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.goufu.organization.Certificate;
import org.goufu.organization.SpecialQualification;
import org.goufu.platform.http.Texts;
import org.goufu.purchase.RequirementKind;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The conditions that a department may set, with their parameters, in the asker's language. */
@RestController
@RequestMapping("/api/requirement-kinds")
class RequirementKindController {
    private final Texts texts;

    RequirementKindController(Texts texts) {
        this.texts = texts;
    }

    /** A kind as the editor offers it. */
    record KindView(
            RequirementKind kind, String name, String description, String basis, List<ParameterView> parameters) {}

    /** How a parameter is written. */
    enum ParameterType {
        CODE,
        YEAR,
        INTEGER,
        TEXT
    }

    /** A parameter of a kind. */
    record ParameterView(
            String name,
            ParameterType type,
            String label,
            @Nullable List<OptionView> options,
            boolean required) {}

    /** One code that a parameter may have. */
    record OptionView(String value, String label) {}

    @GetMapping
    @Operation(summary = "The kinds of requirements with their parameters")
    List<KindView> list(Locale locale) {
        return Arrays.stream(RequirementKind.values())
                .map(kind -> kind(kind, locale))
                .toList();
    }

    private KindView kind(RequirementKind kind, Locale locale) {
        var key = "requirement-kind." + kind;
        return new KindView(
                kind,
                texts.text(key, locale),
                texts.text(key + ".description", locale),
                texts.text(key + ".basis", locale),
                parameters(kind, locale));
    }

    private List<ParameterView> parameters(RequirementKind kind, Locale locale) {
        return switch (kind) {
            case SPECIAL_QUALIFICATION ->
                List.of(parameter(
                        "qualification", ParameterType.CODE, options(SpecialQualification.values(), locale), locale));
            case ANNUAL_INSPECTION -> List.of(parameter("year", ParameterType.YEAR, null, locale));
            case PROFESSIONAL_STAFF ->
                List.of(
                        parameter("qualification", ParameterType.CODE, options(Certificate.values(), locale), locale),
                        parameter("count", ParameterType.INTEGER, null, locale));
            case TEXT -> List.of(parameter("text", ParameterType.TEXT, null, locale));
        };
    }

    private ParameterView parameter(
            String name, ParameterType type, @Nullable List<OptionView> options, Locale locale) {
        return new ParameterView(name, type, texts.text("parameter." + name, locale), options, true);
    }

    /** Dispatching labour may not be bought as a service (102号令 第10条), so its licence is never asked for. */
    private List<OptionView> options(Enum<?>[] codes, Locale locale) {
        return Arrays.stream(codes)
                .filter(code -> code != SpecialQualification.LABOR_DISPATCH_LICENSE)
                .map(code -> new OptionView(code.name(), texts.text("qualification." + code.name(), locale)))
                .toList();
    }
}
