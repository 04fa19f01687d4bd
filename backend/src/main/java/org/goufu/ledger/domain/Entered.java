package org.goufu.ledger.domain;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * An act of a bundle whose receipt could be read.
 *
 * @param path of its receipt in the bundle
 * @param said its members; none for what is no JSON object
 */
record Entered(String path, Receipt receipt, Map<String, Object> said) {
    static Entered of(String path, Receipt receipt) {
        return new Entered(path, receipt, Json.members(new String(receipt.act(), StandardCharsets.UTF_8)));
    }

    long index() {
        return receipt.index();
    }

    String saying(String name) {
        return Json.text(said, name).orElse("");
    }

    boolean is(String kind) {
        return saying("kind").equals(kind);
    }

    /** A count that it says; empty when it says none. */
    Optional<Long> counting(String name) {
        return Json.whole(said, name);
    }

    String commitment() {
        return HexFormat.of().formatHex(Entry.commitment(receipt.salt(), receipt.act()));
    }
}
