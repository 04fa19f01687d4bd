package org.goufu.platform.http;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import org.springframework.boot.http.codec.CodecCustomizer;
import org.springframework.boot.webflux.autoconfigure.WebFluxRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** Gives the framework our own stricter reading of requests. */
@Configuration(proxyBeanMethods = false)
class HttpConfiguration {

    @Bean
    WebFluxRegistrations strictMapping() {
        return new WebFluxRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new DeclaredParametersMapping();
            }
        };
    }

    /** After Boot has given its own. */
    @Bean
    @Order(1)
    CodecCustomizer copyingDecoder(JsonMapper json) {
        return codecs -> codecs.defaultCodecs().jacksonJsonDecoder(new CopyingJsonDecoder(withoutHoles(json)));
    }

    /** No form has a list in which nothing may stand for something: the refusal names the place. */
    static JsonMapper withoutHoles(JsonMapper json) {
        return json.rebuild()
                .withConfigOverride(
                        List.class, lists -> lists.setNullHandling(JsonSetter.Value.forContentNulls(Nulls.FAIL)))
                .build();
    }
}
