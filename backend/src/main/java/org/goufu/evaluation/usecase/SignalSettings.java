package org.goufu.evaluation.usecase;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What no law fixes about signals of collusion.
 *
 * @param textPercent how much of two answers must be the same before they are shown as alike
 */
@ConfigurationProperties("goufu.evaluation.signals")
public record SignalSettings(int textPercent) {
    private static final int ALL = 100;

    public SignalSettings {
        if (textPercent < 1 || textPercent > ALL) {
            throw new IllegalArgumentException("goufu.evaluation.signals.text-percent is a percentage: " + textPercent);
        }
    }
}
