package org.goufu.demo.usecase;

import org.goufu.demo.DemoScale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Whether and how large a demo province is loaded at the first start. */
@ConfigurationProperties("goufu.demo")
public record DemoProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("default") DemoScale scale,
        @DefaultValue("20210825") long seed) {}
