package org.goufu.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.goufu.Awaiting;
import org.goufu.GoufuApplication;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.FileSystemUtils;

/** A second installation in a process of its own, on a database and indices of its own, that a test may kill. */
final class Installation implements AutoCloseable {
    private static final String LEDGER_KEY = key("Ed25519", 255);
    private static final String SEAL_KEY = key("EC", 256);
    /** A database that was migrated and has its demo: the others begin as its copies, so that this is waited for once. */
    private static final String PREPARED = "prepared";

    private static boolean prepared;

    private final String name;
    private final int port = freePort();
    /** A copy of a database brings no index. */
    private boolean lacksIndex;

    private Process process;

    private static String key(String algorithm, int bits) {
        try {
            var generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return Base64.getEncoder()
                    .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Installation(String name) {
        this.name = name;
        // Heads of a database that is gone would be those of a log that was cut off.
        FileSystemUtils.deleteRecursively(new File("target/" + name + "-heads"));
        createDatabase();
    }

    private static synchronized void prepare() {
        if (prepared) return;
        try (var first = new Installation(PREPARED)) {
            first.start();
        }
        prepared = true;
    }

    /** Starts the program and waits until it is ready. */
    void start() {
        var database = Cables.direct("spring.r2dbc.url").replaceFirst("/[^/]*$", "/" + name);
        try {
            process = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx512m",
                            // The keys of the demo take ten times as long where nothing is compiled well.
                            "-XX:TieredStopAtLevel=" + (name.equals(PREPARED) ? 4 : 1),
                            "-cp",
                            System.getProperty("java.class.path"),
                            GoufuApplication.class.getName(),
                            "--server.port=" + port,
                            "--goufu.embedded.enabled=false",
                            "--goufu.demo.enabled=true",
                            "--goufu.demo.scale=tiny",
                            "--goufu.limits.enabled=false",
                            "--goufu.search.prefix=" + name,
                            "--goufu.ledger.key=" + LEDGER_KEY,
                            "--goufu.seal.key=" + SEAL_KEY,
                            "--goufu.ledger.heads-dir=target/" + name + "-heads",
                            "--spring.r2dbc.url=" + database,
                            "--spring.r2dbc.username=postgres",
                            "--spring.r2dbc.password=postgres",
                            "--spring.flyway.url=" + jdbc(),
                            "--spring.flyway.user=postgres",
                            "--spring.flyway.password=postgres",
                            "--spring.elasticsearch.uris=" + Cables.direct("spring.elasticsearch.uris")))
                    .redirectErrorStream(true)
                    .redirectOutput(new File("target/" + name + ".log"))
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Awaiting.until(Duration.ofSeconds(180), this::ready);
        if (lacksIndex) {
            Awaiting.until(
                    Duration.ofSeconds(60), () -> assertThat(log()).content().contains("the search index is built"));
            lacksIndex = false;
        }
    }

    /** Asks by hand: a client of the tests would print every answer that is not yet the right one. */
    private boolean ready() {
        var readiness = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var status =
                    http.send(readiness, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status != 200) throw new IllegalStateException("not ready: " + status);
            return true;
        } catch (IOException notYet) {
            throw new UncheckedIOException(notYet);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** What a minute does by itself: whatever the dead process held may be taken over. */
    void leasesRunOut() {
        execute(
                "update platform.outbox_delivery set due_at = clock_timestamp() where due_at > clock_timestamp()",
                "update organization.import set due_at = clock_timestamp() where due_at > clock_timestamp()");
    }

    /** As {@code kill -9} does it. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** As {@code kill -9} does it to one process of PostgreSQL, upon which the whole server stops and recovers from its log. */
    void killDatabase() {
        try (var connection = DriverManager.getConnection(jdbc(), "postgres", "postgres");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select pg_backend_pid()")) {
            rows.next();
            ProcessHandle.of(rows.getLong(1)).orElseThrow().destroyForcibly();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        Awaiting.until(Duration.ofSeconds(60), () -> count("select 1") == 1 && ready());
    }

    long pid() {
        return process.pid();
    }

    /** What it prints. */
    Path log() {
        return Path.of("target", name + ".log");
    }

    WebTestClient client() {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(30))
                .build();
    }

    /** How many rows a count in the installation's database answers. */
    long count(String sql) {
        try (var connection = DriverManager.getConnection(jdbc(), "postgres", "postgres");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** With all rights on the installation's database, one after the other in one session. */
    void execute(String... statements) {
        try (var connection = DriverManager.getConnection(jdbc(), "postgres", "postgres");
                var statement = connection.createStatement()) {
            for (var sql : statements) statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        if (process != null) kill();
    }

    private String jdbc() {
        return Cables.direct("spring.flyway.url").replaceFirst("/[^/]*$", "/" + name);
    }

    private void createDatabase() {
        var isFirst = name.equals(PREPARED);
        if (!isFirst) prepare();
        lacksIndex = !isFirst;
        // The sessions of the program that was killed may still be about to notice it.
        Awaiting.until(Duration.ofSeconds(20), () -> {
            createDatabase(isFirst ? "" : " template " + PREPARED);
            return true;
        });
    }

    private void createDatabase(String from) {
        try (var connection = DriverManager.getConnection(Cables.direct("spring.flyway.url"), "postgres", "postgres");
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists " + name + " with (force)");
            statement.execute("create database " + name + from);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
