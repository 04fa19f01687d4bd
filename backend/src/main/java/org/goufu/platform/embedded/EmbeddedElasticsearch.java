package org.goufu.platform.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Runs the Elasticsearch server of the integ-test zip as a child process. */
public final class EmbeddedElasticsearch implements AutoCloseable {
    private final Process process;
    private final OrphanGuard guard;
    private final int port;

    private EmbeddedElasticsearch(Process process, OrphanGuard guard, int port) {
        this.process = process;
        this.guard = guard;
        this.port = port;
    }

    public String uri() {
        return "http://127.0.0.1:" + port;
    }

    /** @param zip the server zip; @param distRoot where it is unpacked once; @param dataDir config, data, logs. */
    public static EmbeddedElasticsearch start(Path zip, Path distRoot, Path dataDir, String heap)
            throws IOException, InterruptedException {
        Path home = unpackOnce(zip, distRoot);
        Path config = dataDir.resolve("config");
        Path pidFile = dataDir.resolve("es.pid");
        Files.createDirectories(config.resolve("jvm.options.d"));
        stopLeftOver(pidFile, home);
        for (String f : List.of("jvm.options", "log4j2.properties")) {
            Files.copy(home.resolve("config").resolve(f), config.resolve(f), StandardCopyOption.REPLACE_EXISTING);
        }
        int port = freePort();
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
                        port,
                        dataDir.resolve("data").toAbsolutePath(),
                        dataDir.resolve("logs").toAbsolutePath()));
        List<String> cmd = new ArrayList<>();
        if (isRoot()) {
            // Elasticsearch refuses uid 0: a user namespace in which we are uid 1000 (files stay root's outside)
            cmd.addAll(List.of("unshare", "-U", "--map-user=1000", "--map-group=1000"));
        }
        cmd.add(home.resolve("bin/elasticsearch").toString());
        ProcessBuilder pb = new ProcessBuilder(cmd).directory(dataDir.toFile());
        pb.environment().keySet().removeIf(k -> k.startsWith("JAVA_") || k.equals("JDK_JAVA_OPTIONS"));
        pb.environment().put("ES_JAVA_HOME", System.getProperty("java.home"));
        pb.environment().put("ES_JAVA_OPTS", "-Xms" + heap + " -Xmx" + heap);
        pb.environment().put("CLI_JAVA_OPTS", "-Xms4m -Xmx64m -XX:+UseSerialGC -XX:TieredStopAtLevel=1");
        pb.environment().put("ES_PATH_CONF", config.toAbsolutePath().toString());
        Path log = dataDir.resolve("es-console.log");
        pb.redirectErrorStream(true).redirectOutput(log.toFile());
        Process p = pb.start();
        Files.writeString(pidFile, Long.toString(p.pid()));
        OrphanGuard guard = OrphanGuard.watch(p.pid(), "TERM");
        var es = new EmbeddedElasticsearch(p, guard, port);
        try {
            es.awaitReady(Duration.ofSeconds(90), log);
        } catch (IOException | InterruptedException | RuntimeException e) {
            es.close();
            throw e;
        }
        return es;
    }

    private void awaitReady(Duration limit, Path log) throws IOException, InterruptedException {
        try (HttpClient http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
            HttpRequest req = HttpRequest.newBuilder(
                            URI.create(uri() + "/_cluster/health?wait_for_status=yellow&timeout=1s"))
                    .build();
            long end = System.nanoTime() + limit.toNanos();
            while (System.nanoTime() < end) {
                if (!process.isAlive()) {
                    throw new IllegalStateException("Elasticsearch ended with " + process.exitValue() + ", see " + log);
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
        throw new IllegalStateException("Elasticsearch not ready in " + limit + ", see " + log);
    }

    private static Path unpackOnce(Path zip, Path distRoot) throws IOException {
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
        Files.move(unpacked, home, StandardCopyOption.ATOMIC_MOVE);
        Files.deleteIfExists(tmp);
        return home;
    }

    private static void stopLeftOver(Path pidFile, Path home) throws IOException, InterruptedException {
        if (!Files.exists(pidFile)) {
            return;
        }
        Optional<ProcessHandle> old =
                ProcessHandle.of(Long.parseLong(Files.readString(pidFile).trim()));
        if (old.isPresent() && old.get().info().commandLine().orElse("").contains(home.toString())) {
            List<ProcessHandle> all = new ArrayList<>(old.get().descendants().toList());
            all.add(old.get());
            old.get().destroy();
            for (int i = 0; i < 100 && all.stream().anyMatch(ProcessHandle::isAlive); i++) {
                Thread.sleep(100);
            }
            all.forEach(ProcessHandle::destroyForcibly);
        }
        Files.deleteIfExists(pidFile);
    }

    private static int freePort() throws IOException {
        try (ServerSocket s = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return s.getLocalPort();
        }
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
    public void close() {
        guard.close();
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                all.forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
