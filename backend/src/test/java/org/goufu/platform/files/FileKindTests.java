package org.goufu.platform.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileKindTests {

    @ParameterizedTest
    @CsvSource({
        "25504446 2d312e37, scan.pdf, PDF",
        "25504446 2d312e37, scan.jpg, PDF",
        "ffd8ffe0 00104a46, photo.jpeg, JPEG",
        "89504e47 0d0a1a0a 00, a.png, PNG",
        "52494646 24000000 57454250, a.webp, WEBP",
        "504b0304 14000600, table.XLSX, XLSX"
    })
    void tellsAFileFromItsBeginning(String hex, String name, FileKind kind) {
        assertThat(FileKind.of(bytes(hex), name)).contains(kind);
    }

    @ParameterizedTest
    @CsvSource({
        // A program, a web page, a macro workbook, half a mark, another RIFF file.
        "4d5a9000, scan.pdf",
        "3c68746d 6c3e, scan.png",
        "504b0304 14000600, table.xlsm",
        "25504446, scan.pdf",
        "52494646 24000000 57415645, a.webp",
        "3c68746d 6c3e, table.html",
        "00000000, table.csv"
    })
    void isNotTakenInByAName(String hex, String name) {
        assertThat(FileKind.of(bytes(hex), name)).isEmpty();
    }

    @Test
    void readsTablesOfTextInEitherEncoding() {
        assertThat(FileKind.of("名称,代码\r\n".getBytes(StandardCharsets.UTF_8), "名册.csv"))
                .contains(FileKind.CSV);
        assertThat(FileKind.of("名称,代码\r\n".getBytes(Charset.forName("GBK")), "名册.CSV"))
                .contains(FileKind.CSV);
    }

    private static byte[] bytes(String hex) {
        return java.util.HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
