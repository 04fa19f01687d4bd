package org.goufu.opendata.usecase;

import java.util.Map;
import org.goufu.opendata.domain.CommunityKind;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the plan asks for.
 *
 * @param urbanTarget active community organizations per urban community, on average (Sichuan's 14th five-year plan)
 * @param ruralTarget the same per rural community
 * @param communityKinds communities whose code does not tell whether they are urban, by their twelve digits
 */
@ConfigurationProperties("goufu.indicators")
public record IndicatorSettings(
        @DefaultValue("12") int urbanTarget,
        @DefaultValue("7") int ruralTarget,
        @DefaultValue Map<String, CommunityKind> communityKinds) {}
