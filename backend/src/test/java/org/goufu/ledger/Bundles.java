package org.goufu.ledger;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.goufu.TestHouse;
import org.goufu.ledger.domain.Bundle;
import org.goufu.ledger.domain.BundleCheck;
import org.goufu.ledger.domain.Verifier;

/** Takes a purchase home as a stranger does, and derives everything again. */
public final class Bundles {
    private Bundles() {}

    public static BundleCheck.Result verified(TestHouse house, UUID purchase) {
        var key = Verifier.read(house.read("group", "/api/ledger/key"));
        return BundleCheck.of(taken(house, purchase), key);
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
