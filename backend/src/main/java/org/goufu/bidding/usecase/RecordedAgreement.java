package org.goufu.bidding.usecase;

import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.goufu.bidding.usecase.SignaturesAtDeadline.Shown;
import org.goufu.bidding.usecase.SignaturesAtDeadline.Signed;

/** A consortium's agreement as the record shows it: with every signature, so that anybody can hold it against the envelope that names it. */
final class RecordedAgreement {
    private RecordedAgreement() {}

    static Map<String, Object> of(Shown shown) {
        var agreement = new TreeMap<String, Object>();
        agreement.put("document", base64(shown.document()));
        agreement.put("terms", shown.terms());
        agreement.put(
                "members",
                shown.signed().stream().map(RecordedAgreement::signed).toList());
        return agreement;
    }

    private static Map<String, Object> signed(Signed signed) {
        var member = signed.member();
        var one = new TreeMap<String, Object>();
        one.put("at", signed.at().toString());
        one.put("body", member.id());
        one.put("by", signed.by());
        one.put("key", base64(signed.key()));
        one.put("name", member.name());
        one.put("share", member.share());
        one.put("signer", signed.signer().toString());
        one.put("signature", base64(signed.signature()));
        one.put("work", member.work());
        return one;
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
