package org.goufu.ledger.domain;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The agreement of a consortium ({@code goufu-consortium/1}) as the record of an opening shows it, held against the envelope that names
 * it: whether all that it says was signed by all whom it names (政府采购法 24).
 *
 * @param document the exact bytes that were signed
 * @param said what stands in them
 * @param shown what the record says of it
 */
record SignedAgreement(byte[] document, Map<String, Object> said, Map<String, Object> shown) {
    static SignedAgreement of(Map<String, Object> shown) {
        var document = StrictBase64.in(shown, "document");
        return new SignedAgreement(document, Json.members(new String(document, StandardCharsets.UTF_8)), shown);
    }

    /**
     * Whether it is the one that the envelope names, and each that the record names signed it.
     *
     * @param core of the envelope
     * @param counts a bid that counts has every signature
     */
    boolean holds(Map<String, Object> core, boolean counts) {
        var lead = Json.text(core, "orgId").orElse("");
        var bodies = bodies(Json.objects(said, "members"));
        var behind = bodies.stream().filter(body -> !body.equals(lead)).toList();
        var signers = bodies(Json.objects(shown, "members"));
        return hex(document).equals(Json.text(core, "rosterHash").orElse(""))
                && "goufu-consortium/1".equals(said.get("format"))
                && core.getOrDefault("lotId", "").equals(said.get("lot"))
                && lead.equals(said.get("lead"))
                && behind.size() + 1 == bodies.size()
                && behind.equals(Json.texts(core, "actingFor"))
                && hashed(shown, "terms").equals(said.get("terms"))
                && signers.stream().distinct().count() == signers.size()
                && (!counts || signers.size() == bodies.size())
                && Json.objects(shown, "members").stream().allMatch(this::isSigned);
    }

    private static List<String> bodies(List<Map<String, Object>> members) {
        return members.stream()
                .map(member -> Json.text(member, "body").orElse(""))
                .toList();
    }

    /** A member of the document, with the very name, work and share that stand in it. */
    private boolean isSigned(Map<String, Object> member) {
        var named = Json.objects(said, "members").stream()
                .anyMatch(one -> Json.text(member, "body").equals(Json.text(one, "body"))
                        && hashed(member, "name").equals(one.get("name"))
                        && hashed(member, "work").equals(one.get("work"))
                        && Json.whole(member, "share").equals(Json.whole(one, "share")));
        return named && P256.isSigned(document, StrictBase64.in(member, "signature"), StrictBase64.in(member, "key"));
    }

    private static String hashed(Map<String, Object> object, String name) {
        return hex(Json.text(object, name).orElse("").getBytes(StandardCharsets.UTF_8));
    }

    private static String hex(byte[] content) {
        return HexFormat.of().formatHex(Hash.sha256(content));
    }
}
