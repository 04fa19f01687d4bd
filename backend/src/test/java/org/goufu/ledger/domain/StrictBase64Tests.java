package org.goufu.ledger.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** As {@code said.test.ts} has it for the browser. */
class StrictBase64Tests {
    @ParameterizedTest
    @CsvSource({"'', ''", "Zg, f", "Zm8, fo", "Zm9v, foo", "Pz8-, ??>"})
    void readsTheOneWayInWhichBytesAreWritten(String text, String meant) {
        assertThat(new String(StrictBase64.read(text), StandardCharsets.UTF_8)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zg==",
                "Zm8=",
                "Zh",
                "Zm9",
                "Pz8+",
                "Zg\n",
                " Zg",
                "Z g",
                "Zm\r\n9v",
                "Z",
                "Zm9v=",
                "=",
                "Zm9v!",
                "Zｇ"
            })
    void readsNothingElse(String text) {
        assertThat(StrictBase64.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Zg==", "Zm8=", "Zm9v", "Pz8+"})
    void readsAlsoWhatTheLedgerWrites(String text) {
        assertThat(Base64.getEncoder().encodeToString(StrictBase64.plain(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zg",
                "Zg=",
                "Zm8",
                "Zh==",
                "Zm9=",
                "Pz8-",
                "Zg==\n",
                " Zg==",
                "Z g==",
                "Zm\r\n9v",
                "Z",
                "Zm9v====",
                "=",
                "Zm9v!"
            })
    void readsNothingElseOfTheLedger(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> StrictBase64.plain(text));
    }

    @Test
    void readsNothingOfWhatIsNoText() {
        assertThat(StrictBase64.in(Map.of(), "key")).isEmpty();
    }

    /** A manifest that is written in another way is not the one that was signed for, and tells nothing. */
    @Test
    void aPaddedCoreSaysNothing() {
        assertThat(SealedPrice.of("{\"core\":\"eyJhIjoxfQ\"}").core()).containsKey("a");
        assertThat(SealedPrice.of("{\"core\":\"eyJhIjoxfQ==\"}").core()).isEmpty();
        assertThat(SealedPrice.of("{\"core\":\"eyJhIjoxfR\"}").core()).isEmpty();
    }
}
