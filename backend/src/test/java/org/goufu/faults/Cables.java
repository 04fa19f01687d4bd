package org.goufu.faults;

import java.net.URI;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Lays a {@link Cable} to each server of the tests. */
public class Cables implements EnvironmentPostProcessor, Ordered {
    private static Cable postgres;
    private static Cable elasticsearch;
    private static Map<String, Object> direct = Map.of();

    public static Cable postgres() {
        return postgres;
    }

    public static Cable elasticsearch() {
        return elasticsearch;
    }

    /** An address as it was before the cable was laid. */
    public static String direct(String property) {
        return String.valueOf(direct.get(property));
    }

    @Override
    public synchronized void postProcessEnvironment(ConfigurableEnvironment env, SpringApplication app) {
        var database = env.getProperty("spring.r2dbc.url");
        var search = env.getProperty("spring.elasticsearch.uris");
        if (database == null || search == null || !env.getProperty("goufu.test.cables", Boolean.class, true)) {
            return;
        }
        if (postgres == null) {
            direct = Map.of(
                    "spring.r2dbc.url", database,
                    "spring.elasticsearch.uris", search,
                    "spring.flyway.url", String.valueOf(env.getProperty("spring.flyway.url")));
            postgres = new Cable(port(database.substring("r2dbc:".length())));
            elasticsearch = new Cable(port(search));
        }
        env.getPropertySources()
                .addFirst(new MapPropertySource(
                        "cables",
                        Map.of(
                                "spring.r2dbc.url",
                                database.replaceFirst(":\\d+/", ":" + postgres.port() + "/"),
                                "spring.elasticsearch.uris",
                                "http://127.0.0.1:" + elasticsearch.port())));
    }

    private static int port(String address) {
        return URI.create(address).getPort();
    }

    /** After the embedded servers have their addresses. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
