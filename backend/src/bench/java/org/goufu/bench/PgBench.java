package org.goufu.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.regex.Pattern;

/** PostgreSQL's own measure of itself, as it comes: one statement of the simple protocol a transaction. */
record PgBench(String program, String database) {
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
    private static final String THREADS = "2";

    /** Single-row commits a second, by as many clients. */
    double commits(int clients, Duration length) throws IOException, InterruptedException {
        var script = Files.createTempFile("rush", ".sql");
        try {
            Files.writeString(script, "insert into public.rush_raw values (gen_random_uuid(), 'x');\n");
            var server = URI.create(database.substring("jdbc:".length()));
            var process = new ProcessBuilder(
                            program, "--no-vacuum", "--client=" + clients, "--jobs=" + THREADS,
                            "--time=" + length.toSeconds(), "--file=" + script, "--host=" + server.getHost(),
                            "--port=" + server.getPort(), "--username=postgres", server.getPath().substring(1))
                    .redirectErrorStream(true);
            process.environment().put("PGPASSWORD", "postgres");
            var running = process.start();
            var said = new String(running.getInputStream().readAllBytes());
            var rate = RATE.matcher(said);
            assertThat(running.waitFor() == 0 && rate.find()).as(said).isTrue();
            return Double.parseDouble(rate.group(1));
        } finally {
            Files.delete(script);
        }
    }
}
