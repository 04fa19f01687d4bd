package org.goufu.ledger.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TilePathTests {
    @ParameterizedTest
    @CsvSource({
        "000, 0, 256",
        "007.p/1, 7, 1",
        "999.p/255, 999, 255",
        "x001/000, 1000, 256",
        "x001/x234/067, 1234067, 256",
        "x123/456.p/17, 123456, 17"
    })
    void isReadAndWritten(String text, long index, int width) {
        assertThat(TilePath.read(text)).isEqualTo(new TilePath(index, width));
        assertThat(new TilePath(index, width).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "0000",
                "x000/001",
                "001.p",
                "001.p/0",
                "001.p/256",
                "001.p/007",
                "001/002",
                "x001",
                "../000"
            })
    void nothingElseIsATile(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> TilePath.read(text));
    }

    @Test
    void aLevelIsCoveredByFullTilesAndAPartialOne() {
        assertThat(TilePath.of(0)).isEmpty();
        assertThat(TilePath.of(513).stream().map(TilePath::text)).containsExactly("000", "001", "002.p/1");
    }
}
