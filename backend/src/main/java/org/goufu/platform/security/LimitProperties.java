package org.goufu.platform.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one caller may ask of one instance.
 *
 * @param enabled whether requests are counted at all; off for benchmarks
 * @param anonymousPerMinute requests a minute from one address without signing in
 * @param signedInPerMinute requests a minute of one account
 * @param burst how many more may come at once after a quiet time
 * @param failedSignInsPerAccount failed sign-ins a minute with one name; zero for no limit
 * @param failedSignInsPerAddress failed sign-ins a minute from one address; zero for no limit
 */
@ConfigurationProperties("goufu.limits")
public record LimitProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("1200") int anonymousPerMinute,
        @DefaultValue("3000") int signedInPerMinute,
        @DefaultValue("200") int burst,
        @DefaultValue("10") int failedSignInsPerAccount,
        @DefaultValue("60") int failedSignInsPerAddress) {}
