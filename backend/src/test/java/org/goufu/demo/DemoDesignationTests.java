package org.goufu.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class DemoDesignationTests {
    private static final String REGION = "goufu.bidding.designations[0].region";

    private static StandardEnvironment after(StandardEnvironment env) {
        new DemoDesignation().postProcessEnvironment(env, new SpringApplication());
        return env;
    }

    private static StandardEnvironment demo(boolean on) {
        var env = new StandardEnvironment();
        env.getPropertySources().addFirst(new MapPropertySource("demo", Map.of("goufu.demo.enabled", on)));
        return env;
    }

    @Test
    void inTheDemoTheCountyOfTheShowcaseIsDesignated() {
        var env = after(demo(true));
        assertThat(env.getProperty(REGION)).isEqualTo(Showcase.COUNTY);
        assertThat(env.getProperty("goufu.bidding.designations[0].document")).isNotBlank();
    }

    @Test
    void elsewhereNobodyIs() {
        assertThat(after(demo(false)).getProperty(REGION)).isNull();
    }

    @Test
    void whatTheSettingsSayStands() {
        var env = demo(true);
        env.getPropertySources()
                .addLast(new SystemEnvironmentPropertySource(
                        "test-systemEnvironment", Map.of("GOUFU_BIDDING_DESIGNATIONS_0_REGION", "5107")));
        assertThat(after(env).getProperty(REGION)).isNull();
    }
}
