package org.goufu.bidding.http;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Counts no requests about bids: before the opening nobody, the operators included, is told how many there are (product.md 10). */
@Component
class HiddenMeters implements MeterFilter {
    private static final String[] PATHS = {
        "/api/lots/{id}/bids",
        "/api/lots/{id}/bidding",
        "/api/lots/{lot}/envelopes/",
        "/api/bids/",
        "/api/me/bids",
        "/api/lots/{id}/roster",
        "/api/lots/{id}/consortium",
        "/api/lots/{id}/consents",
        "/api/me/consents",
        "/api/me/signing-keys"
    };

    @Override
    public MeterFilterReply accept(Meter.Id id) {
        var uri = id.getTag("uri");
        return uri != null && Stream.of(PATHS).anyMatch(uri::startsWith)
                ? MeterFilterReply.DENY
                : MeterFilterReply.NEUTRAL;
    }
}
