package org.goufu.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** Collects durations and says their median and tail. */
public final class Figures {
    private final double[] millis;
    private int count;

    public Figures(int most) {
        this.millis = new double[most];
    }

    public void add(long nanos) {
        millis[count++] = nanos / 1e6;
    }

    public double median() {
        return percentile(0.5);
    }

    public double percentile(double share) {
        var sorted = Arrays.copyOf(millis, count);
        Arrays.sort(sorted);
        return sorted[Math.min(count - 1, (int) Math.ceil(share * count) - 1)];
    }

    public double sum() {
        return Arrays.stream(millis, 0, count).sum();
    }

    @Override
    public String toString() {
        return "median %.1f ms, p95 %.1f ms".formatted(median(), percentile(0.95));
    }

    /** Prints a line and keeps it under {@code target/bench}. */
    public static void report(String bench, String line) {
        System.out.println(bench + ": " + line);
        try {
            Files.createDirectories(Path.of("target/bench"));
            Files.writeString(
                    Path.of("target/bench", bench + ".txt"),
                    line + System.lineSeparator(),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
