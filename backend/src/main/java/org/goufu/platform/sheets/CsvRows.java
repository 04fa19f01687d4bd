package org.goufu.platform.sheets;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads comma-separated text (RFC 4180) as spreadsheet programs write it: any common delimiter, quoted line breaks. */
final class CsvRows {
    private static final char[] DELIMITERS = {',', '\t', ';', '|', '，'};
    private static final int SAMPLE = 1 << 14;
    private static final int END = -1;

    private final Reader in;
    private final char delimiter;
    private final SheetLimits limits;
    private final StringBuilder cell = new StringBuilder();
    private int number = 1;
    private int pushed = END;

    private CsvRows(Reader in, char delimiter, SheetLimits limits) {
        this.in = in;
        this.delimiter = delimiter;
        this.limits = limits;
    }

    static void read(Path file, SheetLimits limits, RowSink sink) throws IOException {
        var encoding = Encoding.of(file);
        try (var in = new BufferedReader(encoding.open(file), 1 << 16)) {
            in.mark(SAMPLE);
            var sample = new char[SAMPLE];
            int length = in.read(sample, 0, SAMPLE);
            in.reset();
            new CsvRows(in, delimiter(sample, Math.max(0, length)), limits).rows(sink);
        }
    }

    /** Whichever separates the first lines most often, outside quotes. */
    private static char delimiter(char[] sample, int length) {
        var counts = new int[DELIMITERS.length];
        boolean quoted = false;
        for (int i = 0; i < length; i++) {
            if (sample[i] == '"') quoted = !quoted;
            for (int d = 0; d < DELIMITERS.length && !quoted; d++) {
                if (sample[i] == DELIMITERS[d]) counts[d]++;
            }
        }
        int best = 0;
        for (int d = 1; d < DELIMITERS.length; d++) {
            if (counts[d] > counts[best]) best = d;
        }
        return DELIMITERS[best];
    }

    private void rows(RowSink sink) throws IOException {
        for (var row = next(); row != null; row = next()) {
            sink.take(new SheetRow(number - 1, row));
        }
    }

    private @Nullable List<String> next() throws IOException {
        int c = take();
        if (c == END) return null;
        if (number > limits.lastRow()) throw SheetProblem.TOO_MANY_ROWS.raise(limits.rows());
        var cells = new ArrayList<String>();
        while (true) {
            c = c == '"' ? quoted() : plain(c);
            if (cells.size() == limits.columns()) throw SheetProblem.TOO_MANY_COLUMNS.raise(limits.columns());
            cells.add(cell.toString());
            cell.setLength(0);
            if (c != delimiter) break;
            c = take();
        }
        number++;
        return cells;
    }

    /** Up to the delimiter or line end, which is answered. */
    private int plain(int first) throws IOException {
        int c = first;
        while (c != delimiter && c != '\n' && c != END) {
            append(c);
            c = take();
        }
        return c;
    }

    private int quoted() throws IOException {
        while (true) {
            int c = take();
            if (c == END) throw SheetProblem.QUOTE_OPEN.raise(number);
            if (c != '"') {
                append(c);
                continue;
            }
            c = take();
            if (c != '"') return plain(c);
            append(c);
        }
    }

    private void append(int c) {
        if (c == 0) throw SheetProblem.NOT_A_TABLE.raise();
        if (cell.length() == SheetLimits.LONGEST_CELL) throw SheetProblem.CELL_TOO_LONG.raise(number);
        cell.append((char) c);
    }

    /** One character, with every kind of line end as one. */
    private int take() throws IOException {
        int c = pushed == END ? in.read() : pushed;
        pushed = END;
        if (c != '\r') return c;
        int after = in.read();
        if (after != '\n') pushed = after;
        return '\n';
    }
}
