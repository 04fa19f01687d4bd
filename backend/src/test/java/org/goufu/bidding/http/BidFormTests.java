package org.goufu.bidding.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.UUID;
import org.goufu.bidding.domain.seal.EcdsaP256;
import org.goufu.bidding.domain.seal.Manifest;
import org.goufu.bidding.http.BidController.BidForm;
import org.goufu.platform.http.LargeForm;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class BidFormTests {
    /** One with many attachments, sealed to many holders. */
    @Test
    void theLargestManifestIsTaken() {
        var form = new BidForm(
                Base64Url.of(new byte[Manifest.LARGEST]),
                Base64Url.of(new byte[EcdsaP256.SIGNATURE_LENGTH]),
                UUID.randomUUID());
        var most = Objects.requireNonNull(BidForm.class.getAnnotation(LargeForm.class));
        assertThat(JsonMapper.shared().writeValueAsString(form).length()).isLessThan(most.bytes());
    }
}
