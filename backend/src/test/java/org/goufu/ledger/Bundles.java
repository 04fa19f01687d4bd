package org.goufu.ledger;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.goufu.TestHouse;
import org.goufu.ledger.domain.Bundle;
import org.goufu.ledger.domain.BundleCheck;
import org.goufu.ledger.domain.BundleCheck.Finding;
import org.goufu.ledger.domain.BundleFault;
import org.goufu.ledger.domain.Verifier;

/** Takes a purchase home as a stranger does, and derives everything again. */
public final class Bundles {
    private Bundles() {}

    public static BundleCheck.Result verified(TestHouse house, UUID purchase) {
        var key = Verifier.read(house.read("group", "/api/ledger/key"));
        return BundleCheck.of(taken(house, purchase), key);
    }

    /** What is wrong with an evaluation, but that it rests on no opening: the scene's bids came without one. */
    public static List<Finding> evaluationFaults(TestHouse house, UUID purchase) {
        return verified(house, purchase).findings().stream()
                .filter(one -> one.where().startsWith("evaluations/") && one.fault() != BundleFault.RESULT_DIFFERS)
                .toList();
    }

    /** As it is handed out. */
    public static Bundle taken(TestHouse house, UUID purchase) {
        var bytes = house.anonymous()
                .get()
                .uri("/api/purchases/{id}/bundle", purchase)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        try {
            return Bundle.read(new ByteArrayInputStream(bytes));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
