package org.goufu.platform.security;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How callers are recognised.
 *
 * @param secureCookies whether cookies are {@code Secure} even when the request itself came over plain http
 * @param trustedHops how many reverse proxies stand in front; only their {@code X-Forwarded-*} entries are believed
 * @param metricsFromLoopback whether programs on the same machine may read the metrics without signing in
 * @param idle how long a browser's session lives without a request
 * @param sessionLife how long a browser's session lives at most
 * @param tokenLife how long a program's token lives
 */
@ConfigurationProperties("goufu.security")
public record SecurityProperties(
        @DefaultValue("false") boolean secureCookies,
        @DefaultValue("0") int trustedHops,
        @DefaultValue("false") boolean metricsFromLoopback,
        @DefaultValue("30m") Duration idle,
        @DefaultValue("12h") Duration sessionLife,
        @DefaultValue("12h") Duration tokenLife) {}
