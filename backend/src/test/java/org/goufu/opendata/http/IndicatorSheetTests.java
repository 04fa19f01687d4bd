package org.goufu.opendata.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndicatorSheetTests {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "锦江区|锦江区",
                "12.50|12.50",
                "=1+1|'=1+1",
                "+86|'+86",
                "-1|'-1",
                "@sum|'@sum",
                "a,b|\"a,b\"",
                "a\"b|\"a\"\"b\"",
                "=a,\"b\"|\"'=a,\"\"b\"\"\"",
                "``|``"
            })
    void noCellIsAFormula(String text, String cell) {
        assertThat(IndicatorSheet.cell(text)).isEqualTo(cell);
    }
}
