package org.goufu.platform.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** Runs the Elasticsearch server of the integ-test zip as a child process. */
final class EmbeddedElasticsearch implements EmbeddedServer {
    private static final Duration READY_WITHIN = Duration.ofMinutes(3);
    private static final Duration LEFT_OVER_ENDS_WITHIN = Duration.ofSeconds(10);

    private final Path zip;
    private final Path distRoot;
    private final Path dataDir;
    private final Path config;
    private final Path pidFile;
    private final Path log;
    private final String heap;
    private final int port;
    private volatile @Nullable Process process;
    private volatile @Nullable OrphanGuard guard;

    /**
     * @param zip the server as it is delivered
     * @param distRoot where it is unpacked once
     * @param dataDir for its configuration, data and logs
     */
    EmbeddedElasticsearch(Path zip, Path distRoot, Path dataDir, String heap, int port) {
        this.zip = zip;
        this.distRoot = distRoot;
        this.dataDir = dataDir;
        this.config = dataDir.resolve("config");
        this.pidFile = dataDir.resolve("es.pid");
        this.log = dataDir.resolve("es-console.log");
        this.heap = heap;
        this.port = port;
    }

    String uri() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void start() throws IOException, InterruptedException {
        Path home = unpackOnce();
        stopLeftOver(home);
        configure(home);
        var started = launch(home);
        process = started;
        Files.writeString(pidFile, Long.toString(started.pid()));
        if (guard != null) guard.close();
        guard = OrphanGuard.watch(started.pid(), "TERM");
        try {
            awaitReady(started);
        } catch (IOException | InterruptedException | RuntimeException failure) {
            close();
            throw failure;
        }
    }

    private void configure(Path home) throws IOException {
        Files.createDirectories(config.resolve("jvm.options.d"));
        for (String f : List.of("jvm.options", "log4j2.properties")) {
            Files.copy(home.resolve("config").resolve(f), config.resolve(f), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.writeString(config.resolve("elasticsearch.yml"), """
                cluster.name: goufu
                node.name: embedded
                discovery.type: single-node
                xpack.security.enabled: false
                xpack.ml.enabled: false
                network.host: 127.0.0.1
                http.port: %d
                transport.port: 0
                path.data: %s
                path.logs: %s
                action.destructive_requires_name: false
                cluster.routing.allocation.disk.threshold_enabled: false
                """.formatted(
                        port, dataDir.resolve("data"), dataDir.resolve("logs")));
    }

    private Process launch(Path home) throws IOException {
        var command = new ArrayList<>(asUser());
        command.add(home.resolve("bin/elasticsearch").toString());
        ProcessBuilder pb = new ProcessBuilder(command).directory(dataDir.toFile());
        pb.environment().keySet().removeIf(k -> k.startsWith("JAVA_") || k.equals("JDK_JAVA_OPTIONS"));
        pb.environment().put("ES_JAVA_HOME", System.getProperty("java.home"));
        pb.environment().put("ES_JAVA_OPTS", "-Xms" + heap + " -Xmx" + heap);
        pb.environment().put("CLI_JAVA_OPTS", "-Xms4m -Xmx64m -XX:+UseSerialGC -XX:TieredStopAtLevel=1");
        pb.environment().put("ES_PATH_CONF", config.toString());
        return pb.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

    /** Both servers refuse uid 0: a user namespace in which we are somebody else; outside, files stay root's. */
    static List<String> asUser() {
        return isRoot() ? List.of("unshare", "-U", "--map-user=1000", "--map-group=1000") : List.of();
    }

    private void awaitReady(Process started) throws IOException, InterruptedException {
        try (HttpClient http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
            HttpRequest req = HttpRequest.newBuilder(
                            URI.create(uri() + "/_cluster/health?wait_for_status=yellow&timeout=1s"))
                    .build();
            long end = System.nanoTime() + READY_WITHIN.toNanos();
            while (System.nanoTime() < end) {
                if (!started.isAlive()) {
                    throw new IllegalStateException("Elasticsearch ended with " + started.exitValue() + ", see " + log);
                }
                try {
                    if (http.send(req, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                        return;
                    }
                } catch (IOException retry) {
                    // not listening yet
                }
                Thread.sleep(150);
            }
        }
        throw new IllegalStateException("Elasticsearch not ready in " + READY_WITHIN + ", see " + log);
    }

    private Path unpackOnce() throws IOException {
        String name = zip.getFileName().toString().replaceFirst("\\.zip$", "");
        Path home = distRoot.resolve(name);
        if (Files.isDirectory(home)) {
            return home;
        }
        Files.createDirectories(distRoot);
        Path tmp = Files.createTempDirectory(distRoot, "unpack-");
        try (var in = new ZipInputStream(new BufferedInputStream(Files.newInputStream(zip), 1 << 20))) {
            for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
                Path to = tmp.resolve(e.getName()).normalize();
                if (!to.startsWith(tmp)) {
                    throw new IOException("bad zip entry " + e.getName());
                }
                if (e.isDirectory()) {
                    Files.createDirectories(to);
                } else {
                    Files.createDirectories(to.getParent());
                    Files.copy(in, to);
                }
            }
        }
        Path unpacked = tmp.resolve(name);
        try (var bin = Files.list(unpacked.resolve("bin"))) {
            bin.forEach(f -> {
                try {
                    Files.setPosixFilePermissions(f, PosixFilePermissions.fromString("rwxr-xr-x"));
                } catch (IOException ex) {
                    throw new UncheckedIOException(ex);
                } catch (UnsupportedOperationException windows) {
                    // no permissions there
                }
            });
        }
        try {
            Files.move(unpacked, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException failure) {
            // Another program that started at the same moment was the first.
            if (!Files.isDirectory(home)) throw failure;
        }
        FileSystemUtils.deleteRecursively(tmp);
        return home;
    }

    private void stopLeftOver(Path home) throws IOException, InterruptedException {
        var left = ChildProcess.of(pidFile).filter(process -> ChildProcess.runs(process, home.toString()));
        if (left.isPresent()) stop(left.get(), LEFT_OVER_ENDS_WITHIN);
        Files.deleteIfExists(pidFile);
    }

    /** The launcher ends after the server that it has launched. */
    private static void stop(ProcessHandle launcher, Duration limit) throws InterruptedException {
        var all = launcher.descendants().toList();
        launcher.destroy();
        if (!ChildProcess.endsWithin(limit, launcher)) launcher.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
    }

    static boolean isRoot() {
        try {
            return Files.exists(Path.of("/proc/self"))
                    && (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public CompletableFuture<?> ended() {
        return process == null ? CompletableFuture.completedFuture(pidFile) : process.onExit();
    }

    @Override
    public void close() {
        try {
            if (process != null && process.isAlive()) stop(process.toHandle(), Keeper.STOP_WITHIN);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        if (guard != null) guard.close();
    }
}
