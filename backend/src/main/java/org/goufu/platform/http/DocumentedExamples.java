package org.goufu.platform.http;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Shows what requests, answers and refusals look like: the files of {@code openapi/}, each named by its operation.
 *
 * <p>They were written down by the integration tests, see the README.
 */
final class DocumentedExamples implements GlobalOpenApiCustomizer {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public void customise(OpenAPI document) {
        document.getPaths().values().stream()
                .flatMap(item -> item.readOperations().stream())
                .forEach(DocumentedExamples::show);
    }

    private static void show(Operation operation) {
        var body = operation.getRequestBody();
        if (body != null) show(operation.getOperationId() + ".request", body.getContent());
        operation.getResponses().forEach((status, answer) -> {
            if (status.startsWith("2")) show(operation.getOperationId() + ".answer", answer.getContent());
        });
        refuse(operation);
    }

    /** Under the status of the refusal that is shown; the others stand together under {@code default}. */
    private static void refuse(Operation operation) {
        var file = file(operation.getOperationId() + ".problem");
        if (!file.exists()) return;
        var problem = read(file);
        var status = ((Map<?, ?>) problem).get("status");
        operation.getResponses().addApiResponse(String.valueOf(status), SharedParts.refusal(problem));
    }

    private static void show(String name, @Nullable Content content) {
        var file = file(name);
        if (content == null || !file.exists()) return;
        var example = read(file);
        content.values().forEach(media -> media.setExample(example));
    }

    private static ClassPathResource file(String name) {
        return new ClassPathResource("openapi/" + name + ".json");
    }

    private static Object read(ClassPathResource file) {
        try {
            return JSON.readValue(file.getContentAsString(StandardCharsets.UTF_8), Object.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
