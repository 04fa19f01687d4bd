package org.goufu.platform.sheets;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * In which encoding a text was written: its byte order mark says so, or every byte of it makes sense.
 *
 * <p>GB18030 contains GBK and GB2312. Almost no Chinese text in it is valid UTF-8, so UTF-8 is tried first.
 */
record Encoding(Charset charset, int mark) {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int HEAD = 1 << 12;

    /** Fails with {@code sheet/encoding-unknown}, or with {@code sheet/not-a-table} when it is no text at all. */
    static Encoding of(Path file) throws IOException {
        var marked = marked(file);
        for (var encoding : marked == null
                ? List.of(new Encoding(StandardCharsets.UTF_8, 0), new Encoding(GB18030, 0))
                : List.of(marked)) {
            if (encoding.fits(file)) return encoding;
        }
        throw SheetProblem.ENCODING_UNKNOWN.raise();
    }

    private static @Nullable Encoding marked(Path file) throws IOException {
        byte[] head;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        if (begins(head, 0xEF, 0xBB, 0xBF)) return new Encoding(StandardCharsets.UTF_8, 3);
        for (byte each : head) {
            if (each == 0) throw SheetProblem.NOT_A_TABLE.raise();
        }
        return null;
    }

    private static boolean begins(byte[] head, int... mark) {
        if (head.length < mark.length) return false;
        for (int i = 0; i < mark.length; i++) {
            if ((head[i] & 0xFF) != mark[i]) return false;
        }
        return true;
    }

    private boolean fits(Path file) throws IOException {
        var sink = new char[1 << 15];
        try (var reader = open(file)) {
            while (reader.read(sink) >= 0) {
                // Only whether it can be read matters.
            }
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    /** Reads strictly: a byte that makes no sense fails rather than becoming a question mark. */
    Reader open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            in.skipNBytes(mark);
        } catch (IOException failure) {
            in.close();
            throw failure;
        }
        return new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }
}
