package org.goufu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The journeys of every kind of user in a real Chromium, with an accessibility check on every page; they live in the frontend. */
@GoufuIT
@Tag("alone")
@EnabledIfSystemProperty(named = "goufu.with-frontend", matches = "true")
class BrowserJourneysIT {
    private static final long LIMIT_MINUTES = 20;

    @LocalServerPort
    private int port;

    @Test
    void everyJourneySucceeds() throws IOException, InterruptedException {
        var frontend = Path.of(System.getProperty("goufu.frontend-dir")).toAbsolutePath();
        var log = Path.of("target/browser-journeys.log");
        var builder = new ProcessBuilder(
                        frontend.resolve("node/node").toString(),
                        frontend.resolve("node/node_modules/npm/bin/npm-cli.js").toString(),
                        "run",
                        "e2e")
                .directory(frontend.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("BASE_URL", "http://127.0.0.1:" + port);
        var journeys = builder.start();
        boolean ended = journeys.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES);
        if (!ended) journeys.destroyForcibly();
        assertThat(ended && journeys.exitValue() == 0).as(Files.readString(log)).isTrue();
    }
}
