package org.goufu.platform.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.goufu.kernel.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetReaderTests {
    private static final SheetLimits LIMITS = new SheetLimits(1_000, 0, 10, 16 << 20);
    private static final String ROW =
            "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>名称</t></is></c></row></sheetData>";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GBK", "GB18030"})
    void readsTextInEveryEncodingThatIsUsed(String encoding) throws IOException {
        var rows = csv("名称,住所\r\n示例中心,浆洗街道\r\n".getBytes(Charset.forName(encoding)));
        assertThat(rows)
                .containsExactly(new SheetRow(1, List.of("名称", "住所")), new SheetRow(2, List.of("示例中心", "浆洗街道")));
    }

    @Test
    void readsTextWithAByteOrderMark() throws IOException {
        assertThat(csv("\ufeff名称,住所".getBytes(StandardCharsets.UTF_8)))
                .containsExactly(new SheetRow(1, List.of("名称", "住所")));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "\t", ";", "|", "，"})
    void findsTheDelimiter(String delimiter) throws IOException {
        assertThat(csv(("名称" + delimiter + "住所\n示例" + delimiter + "\"甲" + delimiter + "乙\"")
                        .getBytes(StandardCharsets.UTF_8)))
                .extracting(SheetRow::cells)
                .containsExactly(List.of("名称", "住所"), List.of("示例", "甲" + delimiter + "乙"));
    }

    @Test
    void keepsLineBreaksAndQuotesInsideQuotes() throws IOException {
        assertThat(csv("a,b\n\"一\n二\",\"他说\"\"好\"\"\"\n\n,\nc,d\r".getBytes(StandardCharsets.UTF_8)))
                .containsExactly(
                        new SheetRow(1, List.of("a", "b")),
                        new SheetRow(2, List.of("一\n二", "他说\"好\"")),
                        new SheetRow(5, List.of("c", "d")));
    }

    @Test
    void readsAWorkbook() throws IOException {
        var rows = xlsx(Workbooks.with("""
                <sheetData>
                <row r="2"><c r="A2" t="inlineStr"><is><t>名称</t></is></c><c r="C2"><v>45352</v></c></row>
                <row r="3"><c r="A3"><v>62700.5</v></c><c r="B3"><v>5.15101040123456E+17</v></c><c r="C3"><f>1+1</f><v>2</v></c></row>
                </sheetData>
                """));
        assertThat(rows)
                .containsExactly(
                        new SheetRow(2, List.of("名称", "", "45352")),
                        new SheetRow(3, List.of("62700.5", "5.15101040123456E+17", "2"), Set.of(2)));
    }

    @Test
    void refusesWhatIsNoTable() {
        refused(SheetProblem.EMPTY, "空.csv", new byte[0]);
        refused(SheetProblem.NOT_A_TABLE, "程序.csv", new byte[] {'M', 'Z', 0, 1, 2});
        refused(SheetProblem.ENCODING_UNKNOWN, "乱.csv", new byte[] {'a', ',', (byte) 0xFF, (byte) 0xFF, '\n'});
        refused(SheetProblem.WRONG_EXTENSION, "台账.xlsx", "名称,住所".getBytes(StandardCharsets.UTF_8));
        refused(SheetProblem.WRONG_EXTENSION, "台账.pdf", "名称,住所".getBytes(StandardCharsets.UTF_8));
        refused(SheetProblem.QUOTE_OPEN, "断.csv", "名称,\"住所\n示例,".getBytes(StandardCharsets.UTF_8));
        refused(SheetProblem.TOO_MANY_COLUMNS, "宽.csv", "a,".repeat(11).getBytes(StandardCharsets.UTF_8));
        refused(SheetProblem.TOO_MANY_ROWS, "长.csv", "a,b\n".repeat(1_001).getBytes(StandardCharsets.UTF_8));
        refused(SheetProblem.CELL_TOO_LONG, "长.csv", "a".repeat(40_000).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void tellsOldAndEncryptedWorkbooksApart() {
        byte[] ole = Arrays.copyOf(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 512);
        refused(SheetProblem.OLD_FORMAT, "台账.xls", ole);
        refused(SheetProblem.ENCRYPTED, "台账.xlsx", ole);
    }

    @Test
    void refusesWorkbooksThatCarryMoreThanCells() throws IOException {
        refused(SheetProblem.MACROS, Workbooks.with(ROW).part("xl/vbaProject.bin", "x"));
        refused(SheetProblem.EXTERNAL_LINKS, Workbooks.with(ROW).part("xl/externalLinks/externalLink1.xml", "<a/>"));
        refused(SheetProblem.EMBEDDED_OBJECTS, Workbooks.with(ROW).part("xl/embeddings/oleObject1.bin", "x"));
        refused(
                SheetProblem.DAMAGED,
                Workbooks.with(ROW).part("xl/styles.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"));
    }

    @Test
    void refusesABombBeforeItGoesOff() throws IOException {
        refused(SheetProblem.TOO_COMPRESSED, Workbooks.with(ROW).part("xl/sharedStrings.xml", "a".repeat(8 << 20)));
        var many = Workbooks.with(ROW);
        for (int i = 0; i < 1_100; i++) {
            many.part("xl/media/" + i + ".png", "x");
        }
        refused(SheetProblem.TOO_COMPRESSED, many);
    }

    @Test
    void refusesTenMillionDeclaredRowsWithoutReadingThem() throws IOException {
        refused(SheetProblem.TOO_MANY_ROWS, Workbooks.with("<dimension ref=\"A1:C10000000\"/>" + ROW));
        refused(
                SheetProblem.TOO_MANY_ROWS,
                Workbooks.with("<sheetData><row r=\"2000\"><c r=\"A2000\"><v>1</v></c></row></sheetData>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"r=\"ZZZZZZ1\"", "r='ZZZZZZ1'", "t=\"n\"\n r = \"ZZZZ1\"", "r=\"&#90;ZZZ1\""})
    void makesNoRoomForColumnsThatNobodyCanHave(String address) throws IOException {
        refused(
                SheetProblem.DAMAGED,
                Workbooks.with("<sheetData><row r=\"1\"><c " + address + "><v>1</v></c></row></sheetData>"));
    }

    @Test
    void takesNoOtherAttributeForAnAddress() throws IOException {
        assertThat(xlsx(Workbooks.with(ROW + "<pageSetup pageOrder=\"downThenOver\"/>")))
                .hasSize(1);
    }

    @Test
    void readsWhatItWrites() throws IOException {
        var file = folder.resolve("written.xlsx");
        try (var writer = new SheetWriter(file, "台账")) {
            writer.row(List.of("名称", "", "510107000000000000"));
            writer.row(List.of("=1+1", "", "第 1 行\n第 2 行"));
        }
        assertThat(read(file, "台账.xlsx"))
                .containsExactly(
                        new SheetRow(1, List.of("名称", "", "510107000000000000")),
                        new SheetRow(2, List.of("=1+1", "", "第 1 行\n第 2 行")));
    }

    @Test
    void refusesATruncatedWorkbook() throws IOException {
        var whole = Files.readAllBytes(Workbooks.with(ROW).write(folder.resolve("whole.xlsx")));
        refused(SheetProblem.DAMAGED, "断.xlsx", Arrays.copyOf(whole, whole.length / 2));
        var garbled = Workbooks.with("<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c>");
        refused(SheetProblem.DAMAGED, garbled);
    }

    private List<SheetRow> csv(byte[] content) throws IOException {
        var file = Files.write(folder.resolve("台账.csv"), content);
        return read(file, "台账.csv");
    }

    private List<SheetRow> xlsx(Workbooks workbook) throws IOException {
        return read(workbook.write(folder.resolve("book.xlsx")), "台账.xlsx");
    }

    private static List<SheetRow> read(Path file, String name) throws IOException {
        var rows = new ArrayList<SheetRow>();
        SheetReader.read(file, name, LIMITS, rows::add);
        return rows;
    }

    private void refused(SheetProblem problem, Workbooks workbook) throws IOException {
        refused(problem, "台账.xlsx", Files.readAllBytes(workbook.write(folder.resolve("book.xlsx"))));
    }

    private void refused(SheetProblem problem, String name, byte[] content) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read(Files.write(folder.resolve("refused"), content), name))
                .extracting(ProblemException::problem)
                .isEqualTo(problem);
    }
}
