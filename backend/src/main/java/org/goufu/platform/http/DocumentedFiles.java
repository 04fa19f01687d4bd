package org.goufu.platform.http;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.BinarySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import java.util.Arrays;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.web.method.HandlerMethod;

/** Says where files come and go: they are sent as a part of a form, and answered as they are. */
final class DocumentedFiles implements OperationCustomizer {
    private static final String FORM = "multipart/form-data";

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        if (takesFile(handler)) {
            var body = operation.getRequestBody();
            var form = body.getContent().values().iterator().next();
            body.content(new Content().addMediaType(FORM, form));
        }
        if (answersFile(handler)) {
            var bytes = new Content().addMediaType("*/*", new MediaType().schema(new BinarySchema()));
            operation.getResponses().values().forEach(answer -> answer.content(bytes));
        }
        return operation;
    }

    private static boolean takesFile(HandlerMethod handler) {
        return Arrays.asList(handler.getMethod().getParameterTypes()).contains(FilePart.class);
    }

    private static boolean answersFile(HandlerMethod handler) {
        return handler.getMethod().getGenericReturnType().getTypeName().contains(DataBuffer.class.getName());
    }
}
