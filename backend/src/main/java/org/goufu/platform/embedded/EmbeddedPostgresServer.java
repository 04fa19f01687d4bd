package org.goufu.platform.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Runs PostgreSQL as a child process, with its data kept and its writes durable. */
final class EmbeddedPostgresServer implements EmbeddedServer {
    private static final Duration LEFT_OVER_ENDS_WITHIN = Duration.ofSeconds(10);

    private final Path distRoot;
    private final Path dataDir;
    private final List<String> options;
    private final int port;
    private final Path pidFile;
    private volatile @Nullable EmbeddedPostgres server;
    private volatile @Nullable OrphanGuard guard;

    /** @param options of the server, each as in postgresql.conf: shared_buffers=64MB */
    EmbeddedPostgresServer(Path distRoot, Path dataDir, List<String> options, int port) {
        this.distRoot = distRoot;
        this.dataDir = dataDir;
        this.options = List.copyOf(options);
        this.port = port;
        this.pidFile = dataDir.resolve("postmaster.pid");
    }

    @Override
    public void start() throws IOException, InterruptedException {
        if (server == null) {
            startFirst();
        } else {
            startAgain();
        }
        if (guard != null) guard.close();
        guard = OrphanGuard.watch(postmaster().orElseThrow().pid(), "INT");
    }

    private void startFirst() throws IOException, InterruptedException {
        Files.createDirectories(dataDir);
        stopLeftOver();
        var builder = EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(dataDir)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(distRoot.toFile())
                .setRegisterShutdownHook(false)
                .setServerConfig("max_connections", "300")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setLocaleConfig("locale", "C.UTF-8")
                .setPGStartupWait(Duration.ofSeconds(60));
        for (var option : options) {
            var parts = option.split("=", 2);
            builder.setServerConfig(parts[0], parts[1]);
        }
        server = builder.start();
    }

    /** With the options of the first start, which PostgreSQL has written down; the library cannot start one server twice. */
    private void startAgain() throws IOException, InterruptedException {
        var postgres = Files.readString(dataDir.resolve("postmaster.opts")).split(" ", 2)[0];
        var command = new ArrayList<>(EmbeddedElasticsearch.asUser());
        command.addAll(List.of(
                Path.of(postgres).resolveSibling("pg_ctl").toString(), "-D", dataDir.toString(), "-w", "restart"));
        var log = dataDir.resolveSibling("postgres-restart.log").toFile();
        int result = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start()
                .waitFor();
        if (result != 0) throw new IOException("pg_ctl ended with " + result + ", see " + log);
    }

    private void stopLeftOver() throws IOException, InterruptedException {
        var left = postmaster();
        if (left.isPresent()) {
            ChildProcess.signal(left.get().pid(), "INT");
            ChildProcess.endsWithin(LEFT_OVER_ENDS_WITHIN, left.get());
        }
        Files.deleteIfExists(pidFile);
    }

    /** The process that works on our directory: no child of this JVM, but of the command that started it. */
    private Optional<ProcessHandle> postmaster() throws IOException {
        var process = ChildProcess.of(pidFile).filter(one -> ChildProcess.runs(one, "postgres"));
        return process.isPresent() && Files.readAllLines(pidFile).contains(dataDir.toString())
                ? process
                : Optional.empty();
    }

    @Override
    public CompletableFuture<?> ended() {
        try {
            return postmaster()
                    .<CompletableFuture<?>>map(ProcessHandle::onExit)
                    .orElseGet(() -> CompletableFuture.completedFuture(pidFile));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Asked to, it writes everything back; where that takes too long, the next start reads it from its log. */
    @Override
    public void close() {
        try {
            var running = postmaster();
            if (running.isPresent()) {
                ChildProcess.signal(running.get().pid(), "INT");
                if (!ChildProcess.endsWithin(Keeper.STOP_WITHIN, running.get())) {
                    ChildProcess.signal(running.get().pid(), "QUIT");
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        if (guard != null) guard.close();
    }
}
