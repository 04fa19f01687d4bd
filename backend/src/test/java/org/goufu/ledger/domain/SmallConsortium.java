package org.goufu.ledger.domain;

import static org.goufu.ledger.domain.SmallLedger.utf8;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A consortium of three in a {@link SmallBox}: what they agreed to, and the signature of each, the same every time (RFC 6979). */
record SmallConsortium(byte[] document, List<Signed> members) {
    private static final String TERMS = "各方共同签订合同，承担连带责任。";

    record Signed(String body, String name, String work, int share, SmallSigner signer, byte[] signature) {
        String recorded() {
            return "{\"at\":\"2026-12-08T02:00:00Z\",\"body\":\"" + body + "\",\"by\":\"示例经办人\",\"key\":\""
                    + SmallBox.base64(signer.point()) + "\",\"name\":\"" + name + "\",\"share\":" + share
                    + ",\"signature\":\""
                    + SmallBox.base64(signature) + "\",\"signer\":\"" + signer.id() + "\",\"work\":\"" + work + "\"}";
        }
    }

    /** @param work of which each does a part */
    private record Part(String body, String name, String work, int share) {
        String written() {
            return "{\"body\":\"" + body + "\",\"name\":\"" + hashOf(name) + "\",\"share\":" + share + ",\"work\":\""
                    + hashOf(work) + "\"}";
        }
    }

    /** @param keys by which each member signs */
    static SmallConsortium led(SmallLedger ledger, String lot, String lead, Function<String, SmallSigner> keys) {
        var parts = Stream.of(
                        new Part(lead, "试验社工中心", "送餐", 5_000),
                        new Part(ledger.id().toString(), "试验助老中心", "探访", 3_000),
                        new Part(ledger.id().toString(), "试验志愿者协会", "回访", 2_000))
                .sorted(Comparator.comparing(Part::body))
                .toList();
        var document = utf8("{\"format\":\"goufu-consortium/1\",\"lead\":\"" + lead + "\",\"lot\":\"" + lot
                + "\",\"members\":[" + parts.stream().map(Part::written).collect(Collectors.joining(","))
                + "],\"terms\":\""
                + hashOf(TERMS) + "\"}");
        return new SmallConsortium(
                document,
                parts.stream()
                        .map(part -> signed(keys.apply(part.body()), part, document))
                        .toList());
    }

    private static Signed signed(SmallSigner signer, Part part, byte[] document) {
        return new Signed(part.body(), part.name(), part.work(), part.share(), signer, signer.signature(document));
    }

    private static String hashOf(String text) {
        return HexFormat.of().formatHex(Hash.sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The core of an envelope that names it. */
    String bound(String core) {
        var lead = core.replaceFirst(".*\"orgId\":\"([^\"]*)\".*", "$1");
        var behind = members.stream()
                .map(Signed::body)
                .filter(body -> !body.equals(lead))
                .map(body -> '"' + body + '"')
                .collect(Collectors.joining(","));
        var hash = HexFormat.of().formatHex(Hash.sha256(document));
        return "{\"actingFor\":[" + behind + "]," + core.substring(1, core.length() - 1) + ",\"rosterHash\":\"" + hash
                + "\"}";
    }

    /** As the verifiers name them. */
    String names() {
        return members.stream().map(Signed::name).collect(Collectors.joining("、"));
    }

    String recorded() {
        return "{\"document\":\"" + SmallBox.base64(document) + "\",\"members\":["
                + members.stream().map(Signed::recorded).collect(Collectors.joining(",")) + "],\"terms\":\"" + TERMS
                + "\"}";
    }
}
