package org.goufu.platform.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Runs PostgreSQL as a child process, with its data kept and its writes durable. */
public final class EmbeddedPostgresServer implements AutoCloseable {
    private final EmbeddedPostgres pg;
    private final OrphanGuard guard;

    private EmbeddedPostgresServer(EmbeddedPostgres pg, OrphanGuard guard) {
        this.pg = pg;
        this.guard = guard;
    }

    public int port() {
        return pg.getPort();
    }

    public static EmbeddedPostgresServer start(Path distRoot, Path dataDir) throws IOException, InterruptedException {
        Files.createDirectories(dataDir);
        stopLeftOver(dataDir);
        EmbeddedPostgres pg = EmbeddedPostgres.builder()
                .setDataDirectory(dataDir)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(distRoot.toFile())
                .setRegisterShutdownHook(false)
                .setServerConfig("shared_buffers", "64MB")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setLocaleConfig("locale", "C.UTF-8")
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
        long pid = Long.parseLong(
                Files.readAllLines(dataDir.resolve("postmaster.pid")).getFirst().trim());
        return new EmbeddedPostgresServer(pg, OrphanGuard.watch(pid, "INT"));
    }

    private static void stopLeftOver(Path dataDir) throws IOException, InterruptedException {
        Path pidFile = dataDir.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile);
        long pid = Long.parseLong(lines.getFirst().trim());
        var old = ProcessHandle.of(pid);
        if (old.isPresent()
                && old.get().info().commandLine().orElse("").contains("postgres")
                && Path.of(lines.get(1))
                        .toAbsolutePath()
                        .normalize()
                        .equals(dataDir.toAbsolutePath().normalize())) {
            new ProcessBuilder("kill", "-INT", Long.toString(pid)).start().waitFor();
            for (int i = 0; i < 100 && old.get().isAlive(); i++) {
                Thread.sleep(100);
            }
        }
        Files.deleteIfExists(pidFile);
    }

    @Override
    public void close() {
        guard.close();
        try {
            pg.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
