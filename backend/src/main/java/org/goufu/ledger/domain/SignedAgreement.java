package org.goufu.ledger.domain;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
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
    private static final int POINT = 65;
    private static final int HALF = 32;

    static SignedAgreement of(Map<String, Object> shown) {
        var document = base64(Json.text(shown, "document").orElse(""));
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
        return named
                && verified(
                        base64(Json.text(member, "key").orElse("")),
                        base64(Json.text(member, "signature").orElse("")));
    }

    private boolean verified(byte[] point, byte[] signature) {
        if (point.length != POINT || point[0] != 4) return false;
        try {
            var verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
            verifier.initVerify(key(point));
            verifier.update(document);
            return verifier.verify(signature);
        } catch (GeneralSecurityException refused) {
            return false;
        }
    }

    private static PublicKey key(byte[] point) throws GeneralSecurityException {
        var curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        var x = new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + HALF));
        var y = new BigInteger(1, Arrays.copyOfRange(point, 1 + HALF, POINT));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(new ECPoint(x, y), curve.getParameterSpec(ECParameterSpec.class)));
    }

    private static String hashed(Map<String, Object> object, String name) {
        return hex(Json.text(object, name).orElse("").getBytes(StandardCharsets.UTF_8));
    }

    private static String hex(byte[] content) {
        return HexFormat.of().formatHex(Hash.sha256(content));
    }

    private static byte[] base64(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException none) {
            return new byte[0];
        }
    }
}
