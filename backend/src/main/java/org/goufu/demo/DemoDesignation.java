package org.goufu.demo;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * In the demo the finance department of the showcase's county has designated the platform, unless the settings say where it was: so an open
 * tender above the purchase limit can be walked to its award, while everywhere else its notice leads to the statutory portal (decision 50).
 */
public class DemoDesignation implements EnvironmentPostProcessor, Ordered {
    private static final String FIRST = "goufu.bidding.designations[0]";
    /** An invented number. */
    private static final String DOCUMENT = "新都财采〔2026〕示例1号";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment env, SpringApplication app) {
        if (!env.getProperty("goufu.demo.enabled", Boolean.class, false)) return;
        if (Binder.get(env).bind(FIRST + ".region", String.class).isBound()) return;
        env.getPropertySources()
                .addFirst(new MapPropertySource(
                        "demo-designation", Map.of(FIRST + ".region", Showcase.COUNTY, FIRST + ".document", DOCUMENT)));
    }

    /** After it is known whether servers are embedded, by which the demo is on. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 50;
    }
}
