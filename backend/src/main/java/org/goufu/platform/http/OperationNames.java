package org.goufu.platform.http;

import io.swagger.v3.oas.models.Operation;
import java.util.List;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.web.method.HandlerMethod;

/** Names an operation after its controller and method, {@code purchaseCreate}, and groups operations by module. */
final class OperationNames implements OperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        var controller = handler.getBeanType().getSimpleName().replaceFirst("Controller$", "");
        var method = handler.getMethod().getName();
        var module = handler.getBeanType().getPackageName().replaceFirst("^org\\.goufu\\.(\\w+)\\..*", "$1");
        return operation
                .operationId(decapitalized(controller) + capitalized(method))
                .tags(List.of(module));
    }

    private static String decapitalized(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static String capitalized(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
