package org.goufu.platform.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A tiny shell whose stdin is a pipe from this JVM: when the JVM dies in any way (kill -9 too), it signals the child. */
final class OrphanGuard implements AutoCloseable {
    private final Process process;

    private OrphanGuard(Process process) {
        this.process = process;
    }

    static OrphanGuard watch(long pid, String signal) throws IOException {
        if (System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("win")) {
            return new OrphanGuard(null);
        }
        Process p = new ProcessBuilder(
                        "sh",
                        "-c",
                        "trap '' INT TERM HUP; read -r line; [ \"$line\" = done ] || kill -" + signal + " " + pid)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new OrphanGuard(p);
    }

    @Override
    public void close() {
        if (process == null) {
            return;
        }
        try (var out = process.getOutputStream()) {
            out.write("done\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException ignored) {
            // guard already gone
        }
    }
}
