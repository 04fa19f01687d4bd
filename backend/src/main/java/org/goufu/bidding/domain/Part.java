package org.goufu.bidding.domain;

import java.util.Map;
import java.util.UUID;
import org.goufu.bidding.domain.seal.Document;

/**
 * What one group does in a federation's bid, for which share of the price.
 *
 * @param share in hundredths of a percent of the price: before the opening the platform knows no amount
 */
public record Part(UUID group, String task, String deliverables, int share) {

    /** The hash of exactly what the group's contact consents to; the fee that the federation keeps is a part of it. */
    public String digest(UUID lot, UUID federation, int fee) {
        return Document.of(Map.of(
                        "format",
                        "goufu-part/1",
                        "lot",
                        lot,
                        "federation",
                        federation,
                        "group",
                        group,
                        "task",
                        Document.hashOf(task),
                        "deliverables",
                        Document.hashOf(deliverables),
                        "share",
                        share,
                        "fee",
                        fee))
                .hash();
    }
}
