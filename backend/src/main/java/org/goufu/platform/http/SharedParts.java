package org.goufu.platform.http;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/** What all operations have in common, each said once: the problem document and the headers that filters read. */
final class SharedParts implements GlobalOpenApiCustomizer {
    private static final String PROBLEM = "Problem";
    private static final String LANGUAGE = "Accept-Language";
    private static final String PREFIX = "#/components/schemas/";
    private static final String PROBLEM_DOCUMENT = "PlatformProblemDocument";

    @Override
    public void customise(OpenAPI document) {
        var components = document.getComponents();
        ModelConverters.getInstance(true)
                .resolveAsResolvedSchema(new AnnotatedType(ProblemDocument.class))
                .referencedSchemas
                .forEach(components::addSchemas);
        components.addResponses(PROBLEM, problem());
        components.addParameters(LANGUAGE, language());
        components.addParameters(IdempotencyFilter.HEADER, key());
        document.getPaths().forEach(SharedParts::complete);
        accepted(document).forEach(name -> leaveOut(components.getSchemas().get(name)));
        leaveOut(components.getSchemas().get(PROBLEM_DOCUMENT));
    }

    private static ApiResponse problem() {
        var example = Map.of(
                "type", "/problems/http/invalid",
                "title", "内容有误",
                "status", 422,
                "detail", "有内容需要更正。",
                "instance", "/api/purchases",
                "errors", List.of(Map.of("pointer", "/lots/0/budgetFen", "code", "positive", "detail", "须为正数。")));
        return refusal(example);
    }

    /** A problem document that looks like this. */
    static ApiResponse refusal(Object example) {
        return new ApiResponse()
                .description("The refusal as a problem document (RFC 9457), worded in the language that was asked for")
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType()
                                        .schema(new Schema<>().$ref(PREFIX + PROBLEM_DOCUMENT))
                                        .example(example)));
    }

    private static Parameter language() {
        return new HeaderParameter()
                .name(LANGUAGE)
                .description("The language of texts and refusals")
                .schema(new StringSchema()
                        .addEnumItem("zh-CN")
                        .addEnumItem("en")
                        ._default("zh-CN"));
    }

    private static Parameter key() {
        return new HeaderParameter()
                .name(IdempotencyFilter.HEADER)
                .description("The same key with the same body gives the same answer again, with another body 422")
                .schema(new StringSchema().maxLength(IdempotencyFilter.LONGEST_KEY));
    }

    private static void complete(String path, PathItem item) {
        item.readOperationsMap().forEach((method, operation) -> {
            operation.getResponses().addApiResponse(ApiResponses.DEFAULT, new ApiResponse().$ref(PROBLEM));
            operation.addParametersItem(new Parameter().$ref(LANGUAGE));
            if (method == HttpMethod.POST && !IdempotencyFilter.SECRETS.contains(path)) {
                operation.addParametersItem(new Parameter().$ref(IdempotencyFilter.HEADER));
            }
        });
    }

    /** The schemas that requests are made of. */
    private static Set<String> accepted(OpenAPI document) {
        var names = new HashSet<String>();
        document.getPaths().values().stream()
                .flatMap(item -> item.readOperations().stream())
                .map(Operation::getRequestBody)
                .filter(Objects::nonNull)
                .flatMap(body -> body.getContent().values().stream())
                .forEach(media -> collect(media.getSchema(), document, names));
        return names;
    }

    private static void collect(@Nullable Schema<?> schema, OpenAPI document, Set<String> names) {
        if (schema == null) return;
        if (schema.get$ref() != null) {
            var name = schema.get$ref().substring(PREFIX.length());
            if (names.add(name)) collect(document.getComponents().getSchemas().get(name), document, names);
            return;
        }
        collect(schema.getItems(), document, names);
        parts(schema.getAnyOf()).forEach(part -> collect(part, document, names));
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(property -> collect(property, document, names));
        }
    }

    /** What may be null in a request need not be sent, and is left out of a problem document. */
    private static void leaveOut(Schema<?> schema) {
        if (schema.getRequired() == null) return;
        var sent = schema.getRequired().stream()
                .filter(name -> !isNullable(schema.getProperties().get(name)))
                .toList();
        schema.setRequired(sent.isEmpty() ? null : sent);
    }

    private static boolean isNullable(Schema<?> schema) {
        return isNull(schema) || parts(schema.getAnyOf()).stream().anyMatch(SharedParts::isNull);
    }

    private static boolean isNull(Schema<?> schema) {
        return schema.getTypes() != null && schema.getTypes().contains("null");
    }

    @SuppressWarnings("rawtypes")
    private static List<Schema> parts(@Nullable List<Schema> parts) {
        return parts == null ? List.of() : parts;
    }
}
