package org.goufu.bidding.domain.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a submission can trust after a manifest was read. */
class ManifestTests {
    private static final String MANIFEST = new String(
            SealFixtures.made(SealFixtures.dice(1), SealFixtures.small(SealFixtures.dice(2)), 10, 600_000)
                    .sealed()
                    .manifest(),
            StandardCharsets.US_ASCII);

    @Test
    void isReadToTheLetter() {
        var manifest = Manifest.read(bytes(MANIFEST));
        assertThat(manifest.bytes()).isEqualTo(bytes(MANIFEST));
        assertThat(manifest.segments()).extracting(Manifest.Segment::id).containsExactly("price", "tech");
        assertThat(manifest.segment("tech").chunks()).hasSize(2);
        assertThat(manifest.segment("price").shares()).hasSize(3);
        assertThat(manifest.core().segments()).extracting(Core.Segment::chunks).containsExactly(1, 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "null",
                "{\"a\":1,\"a\":1}",
                "{\"b\":1,\"a\":1}",
                "{ }",
                "[1,]",
                "01",
                "-1",
                "1.0",
                "1e3",
                "\"\\u0041\"",
                "\"价\"",
                "[[[[[[[[[[[[]]]]]]]]]]]]",
                "1234567890123456",
                "{\"a\":1}x",
                "\"",
                "tru"
            })
    void otherWritingsAreRefused(String text) {
        refused(text);
    }

    @Test
    void otherManifestsAreRefused() {
        refused(MANIFEST + " ");
        refused(MANIFEST.replaceFirst("\\{", "{\"a\":1,"));
        refused(MANIFEST.replace("GOUFU-SEAL/1", "GOUFU-SEAL/2"));
        refused(MANIFEST.replace("\"id\":\"tech\"", "\"id\":\"cred\""));
        refused(MANIFEST.replaceFirst("\"x\":1", "\"x\":0"));
        refused(MANIFEST.replaceFirst("\"x\":1", "\"x\":256"));
        refused(MANIFEST.replaceFirst("\"hash\":\"", "\"hash\":\"A"));
        refused(MANIFEST.replaceFirst("\"chunks\":\\[\"", "\"chunks\":[\"" + "0".repeat(64) + "\",\""));
        refused("[" + "1,".repeat(Manifest.LARGEST) + "1]");
    }

    @Test
    void otherCoresAreRefused() {
        var core = new String(coreOf(MANIFEST), StandardCharsets.US_ASCII);
        assertThat(Core.read(bytes(core)).write()).isEqualTo(bytes(core));
        coreRefused(core.replace("\"v\":1", "\"v\":2"));
        coreRefused(core.replace("\"S1\"", "\"S2\""));
        coreRefused(core.replace("\"chunkSize\":524288", "\"chunkSize\":1024"));
        coreRefused(core.replace("\"id\":\"price\"", "\"id\":\"tech\""));
        coreRefused(core.replace("\"id\":\"price\"", "\"id\":\"att-0\""));
        coreRefused(core.replace("\"paddedLen\":4096", "\"paddedLen\":4097"));
        coreRefused(core.replace("\"paddedLen\":4096", "\"paddedLen\":2048"));
        coreRefused(core.replace("\"chunks\":2", "\"chunks\":3"));
        coreRefused(core.replaceFirst("(\"envelopeId\":\"[0-9a-f]{8}-[0-9a-f]{4}-)7", "$14"));
        coreRefused(core.replaceFirst("\"rosterHash\":\"[0-9a-f]{64}\"", "\"rosterHash\":\"\""));
    }

    private static byte[] coreOf(String manifest) {
        return Bytes.ofBase64(manifest.replaceFirst("^\\{\"core\":\"([^\"]*)\".*$", "$1"));
    }

    private static void coreRefused(String core) {
        assertThat(bytes(core)).as("the planted fault").isNotEqualTo(coreOf(MANIFEST));
        assertThatExceptionOfType(SealException.class)
                .isThrownBy(() -> Core.read(bytes(core)))
                .extracting(SealException::fault)
                .isEqualTo(Fault.MALFORMED);
    }

    private static void refused(String text) {
        assertThatExceptionOfType(SealException.class)
                .isThrownBy(() -> Manifest.read(bytes(text)))
                .extracting(SealException::fault)
                .isEqualTo(Fault.MALFORMED);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
