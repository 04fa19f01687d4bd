package org.goufu.platform.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Starts PostgreSQL and Elasticsearch once per JVM before any bean exists, each only when no address is configured for it, and
 * points Spring at them.
 */
public class EmbeddedServices implements EnvironmentPostProcessor, Ordered {
    private static final long SMALLEST_FREE_SPACE = 512L << 20;
    private static final String LOCK = "in-use.lock";
    private static final String MACHINE = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    private static final List<FileChannel> LOCKS = new ArrayList<>();
    private static final List<Keeper> KEPT = new ArrayList<>();
    private static final Map<String, Map<String, Object>> STARTED = new HashMap<>();

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment env, SpringApplication app) {
        if (!env.getProperty("goufu.embedded.enabled", Boolean.class, true)) {
            return;
        }
        boolean postgres = !env.containsProperty("spring.r2dbc.url");
        boolean elasticsearch = !env.containsProperty("spring.elasticsearch.uris");
        if (postgres || elasticsearch) {
            env.getPropertySources()
                    .addFirst(new MapPropertySource("embedded-services", startOnce(env, postgres, elasticsearch)));
        }
    }

    /** After the configuration files were read, before whoever wants to know the addresses. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 100;
    }

    private static synchronized Map<String, Object> startOnce(
            ConfigurableEnvironment env, boolean postgres, boolean elasticsearch) {
        Path data = path(env, "goufu.embedded.data-dir", ".data");
        return STARTED.computeIfAbsent(data.toString(), key -> start(env, data, postgres, elasticsearch));
    }

    private static Map<String, Object> start(
            ConfigurableEnvironment env, Path data, boolean postgres, boolean elasticsearch) {
        lock(data);
        refuseTakenPort(env.getProperty("server.port", Integer.class, 8080));
        if (env.getProperty("goufu.embedded.fresh", Boolean.class, false)) {
            deleteAll(data);
        }
        refuseFullDisk(data);
        var settings = new HashMap<String, Object>();
        settings.put("goufu.embedded.active", postgres);
        System.out.println("Goufu: starting " + (postgres ? "PostgreSQL " : "")
                + (elasticsearch ? "Elasticsearch " : "") + "with data in " + data + " ...");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var database = CompletableFuture.runAsync(
                    () -> {
                        if (postgres) settings.putAll(postgres(env, data));
                    },
                    threads);
            var search = CompletableFuture.supplyAsync(
                    () -> elasticsearch ? elasticsearch(env, data) : Map.<String, Object>of(), threads);
            database.join();
            settings.putAll(search.join());
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        }
        endWithParent(env);
        return settings;
    }

    private static Map<String, Object> postgres(ConfigurableEnvironment env, Path data) {
        int port = freePort();
        var dist = path(env, "goufu.embedded.dist-dir", ".cache");
        var options = List.of(env.getProperty("goufu.embedded.pg-options", String[].class, new String[0]));
        keep("PostgreSQL", new EmbeddedPostgresServer(dist.resolve("pg"), data.resolve("postgres"), options, port));
        var address = "127.0.0.1:" + port + "/postgres";
        return Map.of(
                "spring.r2dbc.url", "r2dbc:postgresql://" + address,
                "spring.r2dbc.username", "postgres",
                "spring.r2dbc.password", "postgres",
                "spring.flyway.url", "jdbc:postgresql://" + address,
                "spring.flyway.user", "postgres",
                "spring.flyway.password", "postgres");
    }

    private static Map<String, Object> elasticsearch(ConfigurableEnvironment env, Path data) {
        var dist = path(env, "goufu.embedded.dist-dir", ".cache");
        var zip = path(
                env,
                "goufu.embedded.es-zip",
                dist.resolve("elasticsearch-" + env.getProperty("goufu.embedded.es-version", "9.5.4") + ".zip")
                        .toString());
        var heap = env.getProperty("goufu.embedded.es-heap", "512m");
        var server = new EmbeddedElasticsearch(zip, dist, data.resolve("elasticsearch"), heap, freePort());
        keep("Elasticsearch", server);
        return Map.of("spring.elasticsearch.uris", server.uri());
    }

    private static void keep(String name, EmbeddedServer server) {
        try {
            var keeper = Keeper.of(name, server);
            synchronized (KEPT) {
                if (KEPT.isEmpty()) SpringApplication.getShutdownHandlers().add(EmbeddedServices::stopAll);
                KEPT.add(keeper);
            }
        } catch (IOException | IllegalStateException failure) {
            server.close();
            throw refused(name, failure);
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(failure);
        }
    }

    /** All at once, after Spring has closed: they have nothing to say to each other. */
    private static void stopAll() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            KEPT.forEach(keeper -> threads.execute(keeper::close));
        }
    }

    private static StartRefused refused(String name, Exception failure) {
        var reason = failure.getMessage();
        return new StartRefused(
                name + " 在这台机器（" + MACHINE + "）上启动不了：" + reason + "。也可以改用已有的服务器，见 README 的“Settings”。",
                name + " cannot be started on this machine (" + MACHINE + "): " + reason
                        + ". A server of your own can be used instead, see Settings in the README.");
    }

    /** Maven killed with its run leaves this program behind: it notices, and ends like one that was asked to. */
    private static void endWithParent(ConfigurableEnvironment env) {
        if (env.getProperty("goufu.embedded.end-with-parent", Boolean.class, false)) {
            ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(1)));
        }
    }

    private static Path path(ConfigurableEnvironment env, String property, String otherwise) {
        return Path.of(env.getProperty(property, otherwise)).toAbsolutePath().normalize();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Held for the life of this JVM: a second instance must not touch the running one's children. */
    private static void lock(Path data) {
        try {
            Files.createDirectories(data);
            var channel = FileChannel.open(data.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locks(channel)) {
                throw new StartRefused(
                        "另一个购服程序正在使用数据目录 " + data + "：请先停掉它，或用 GOUFU_EMBEDDED_DATA_DIR 换一个目录。",
                        "Another Goufu already works in " + data
                                + ": stop it, or choose another directory with GOUFU_EMBEDDED_DATA_DIR.");
            }
            LOCKS.add(channel);
        } catch (IOException failure) {
            throw new StartRefused(
                    "数据目录 " + data + " 无法写入（" + failure + "）：请检查它的权限，或用 GOUFU_EMBEDDED_DATA_DIR 换一个目录。",
                    "The data directory " + data + " cannot be written (" + failure
                            + "): check its permissions, or choose another with GOUFU_EMBEDDED_DATA_DIR.");
        }
    }

    private static boolean locks(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException ours) {
            return false;
        }
    }

    private static void refuseTakenPort(int port) {
        if (port == 0) {
            return;
        }
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress((InetAddress) null, port), 1);
        } catch (IOException taken) {
            throw new StartRefused(
                    "端口 " + port + " 已被别的程序占用：请先停掉它，或用 SERVER_PORT 换一个端口。",
                    "Port " + port + " is taken by another program: stop it, or choose another port with SERVER_PORT.");
        }
    }

    private static void refuseFullDisk(Path data) {
        try {
            long free = Files.getFileStore(data).getUsableSpace();
            if (free < SMALLEST_FREE_SPACE) {
                long left = free >> 20;
                long needed = SMALLEST_FREE_SPACE >> 20;
                throw new StartRefused(
                        "数据目录 " + data + " 所在的磁盘满了（剩 " + left + " MB，至少要 " + needed
                                + " MB）：请腾出空间，或用 GOUFU_EMBEDDED_DATA_DIR 换一个目录。",
                        "The disk of " + data + " is full (" + left + " MB left, " + needed
                                + " MB needed): free some space, or choose another directory with"
                                + " GOUFU_EMBEDDED_DATA_DIR.");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** All but the lock that is held. */
    private static void deleteAll(Path directory) {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(directory) && !file.equals(directory.resolve(LOCK))) Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
