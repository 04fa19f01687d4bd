package org.goufu.platform.http;

import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.BinarySchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.servers.Server;
import java.time.Duration;
import java.util.List;
import org.goufu.kernel.Actor;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;

/** What the OpenAPI document says beyond what the controllers show by themselves. */
@Configuration(proxyBeanMethods = false)
class ApiDocument {
    static {
        ModelResolver.enumsAsRef = true;
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Actor.class)
                .replaceWithSchema(Duration.class, new StringSchema().format("duration"))
                .replaceWithSchema(DataBuffer.class, new BinarySchema());
    }

    /** The server is named by the path alone, so that the document is the same wherever it is served. */
    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Goufu 购服")
                        .version("1")
                        .description(
                                "政府购买社会组织服务信息平台。 Money is in fen, instants are UTC, errors are RFC 9457. Every answer "
                                        + "that nobody may keep tells the platform's time in its header Goufu-Now."))
                .servers(List.of(new Server().url("/")))
                .components(new Components());
    }

    /** Added before all others, hence asked after them. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ModelResolver namedSchemas(ObjectMapperProvider mappers) {
        return new ModelResolver(mappers.jsonMapper(), new SchemaNames()).openapi31(true);
    }

    @Bean
    ModelConverter recordSchemas() {
        return new RecordSchemas();
    }

    @Bean
    OperationCustomizer namedOperations() {
        return new OperationNames();
    }

    @Bean
    OperationCustomizer documentedFiles() {
        return new DocumentedFiles();
    }

    @Bean
    GlobalOpenApiCustomizer sharedParts() {
        return new SharedParts();
    }

    @Bean
    GlobalOpenApiCustomizer documentedExamples() {
        return new DocumentedExamples();
    }
}
