package org.goufu.platform.http;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.goufu.kernel.Actor;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the OpenAPI document says beyond what the controllers show by themselves. */
@Configuration(proxyBeanMethods = false)
class ApiDocument {
    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class);
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Goufu 购服")
                        .version("1")
                        .description("政府购买社会组织服务信息平台。 Money is in fen, instants are UTC, errors are RFC 9457."))
                .components(new Components()
                        .addSecuritySchemes(
                                "token",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")))
                .addSecurityItem(new SecurityRequirement().addList("token"));
    }

    @Bean
    ModelConverter recordSchemas() {
        return new RecordSchemas();
    }

    /** A record's components are all there; those that may be absent are {@code null}, as their {@link Nullable} says. */
    private static final class RecordSchemas implements ModelConverter {
        @Override
        public @Nullable Schema<?> resolve(
                AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
            if (!chain.hasNext()) {
                return null;
            }
            var schema = chain.next().resolve(type, context, chain);
            JavaType javaType = Json.mapper().constructType(type.getType());
            if (schema != null && javaType != null && javaType.getRawClass().isRecord()) {
                complete(javaType.getRawClass(), model(schema, context));
            }
            return schema;
        }

        private static @Nullable Schema<?> model(Schema<?> schema, ModelConverterContext context) {
            return schema.get$ref() == null
                    ? schema
                    : context.getDefinedModels().get(schema.get$ref().replaceFirst(".*/", ""));
        }

        private static void complete(Class<?> type, @Nullable Schema<?> model) {
            if (model == null || model.getProperties() == null) {
                return;
            }
            var required = new LinkedHashSet<String>();
            for (RecordComponent component : type.getRecordComponents()) {
                var property = model.getProperties().get(component.getName());
                if (property == null) continue;
                required.add(component.getName());
                if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                    model.getProperties().put(component.getName(), nullable(property));
                }
            }
            model.setRequired(new ArrayList<>(required));
        }

        private static Schema<?> nullable(Schema<?> property) {
            if (property.get$ref() != null) {
                return new Schema<>().anyOf(List.of(property, new Schema<>().types(Set.of("null"))));
            }
            var types = new LinkedHashSet<String>();
            if (property.getTypes() != null) types.addAll(property.getTypes());
            if (property.getType() != null) types.add(property.getType());
            if (!types.isEmpty()) {
                types.add("null");
                property.setTypes(types);
            }
            return property;
        }
    }
}
