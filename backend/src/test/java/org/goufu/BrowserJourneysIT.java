package org.goufu;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;

/** The journeys of every kind of user in a real Chromium, with an accessibility check on every page; they live in the frontend. */
@GoufuIT
// As in the demo, whose county is designated (decision 50): its people walk an open tender here.
@TestPropertySource(
        properties = {
            "goufu.bidding.designations[1].region=510114",
            "goufu.bidding.designations[1].document=新都财采〔2026〕示例1号"
        })
@Tag("alone")
@Tag("journeys")
@EnabledIfSystemProperty(named = "goufu.with-frontend", matches = "true")
class BrowserJourneysIT {
    private static final long LIMIT_MINUTES = 24;
    /** What journeys leave behind is not what they begin with: they are never run once more. */
    private static final AtomicBoolean BEGUN = new AtomicBoolean();

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    @Test
    void everyJourneySucceeds() throws IOException, InterruptedException {
        assertThat(BEGUN.getAndSet(true)).as("the journeys were begun before").isFalse();
        var faults = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        faults.createContext("/damaged", this::damage);
        faults.start();
        try {
            journeys(faults.getAddress().getPort());
        } finally {
            faults.stop(0);
        }
    }

    /** What no page can do and a disk can: the ciphertext of a bid is no longer what was given. */
    private void damage(HttpExchange exchange) throws IOException {
        var bid = exchange.getRequestURI().getQuery().substring("bid=".length());
        var rows = database.sql("update bidding.chunk set content = content || 'x'::bytea where envelope = :id")
                .bind("id", UUID.fromString(bid))
                .fetch()
                .rowsUpdated()
                .block();
        exchange.sendResponseHeaders(rows == null || rows == 0 ? 404 : 204, -1);
        exchange.close();
    }

    private void journeys(int faults) throws IOException, InterruptedException {
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
        builder.environment().put("E2E_PICTURES", "broken");
        builder.environment().put("E2E_FAULTS", "http://127.0.0.1:" + faults);
        var journeys = builder.start();
        boolean ended = journeys.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES);
        if (!ended) journeys.destroyForcibly();
        assertThat(ended && journeys.exitValue() == 0).as(Files.readString(log)).isTrue();
    }
}
