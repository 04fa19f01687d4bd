package org.goufu.platform.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
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
    private static final List<FileChannel> LOCKS = new ArrayList<>();
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
        refuseTakenPort(env.getProperty("server.port", Integer.class, 8080));
        if (env.getProperty("goufu.embedded.fresh", Boolean.class, false)) {
            deleteAll(data);
        }
        lock(data);
        refuseFullDisk(data);
        Path dist = path(env, "goufu.embedded.dist-dir", ".cache");
        Path zip = Path.of(env.getProperty(
                "goufu.embedded.es-zip",
                dist.resolve("elasticsearch-" + env.getProperty("goufu.embedded.es-version", "9.5.4") + ".zip")
                        .toString()));
        var settings = new HashMap<String, Object>();
        settings.put("goufu.embedded.active", postgres);
        System.out.println("Goufu: starting " + (postgres ? "PostgreSQL " : "")
                + (elasticsearch ? "Elasticsearch " : "") + "with data in " + data + " ...");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var database = CompletableFuture.runAsync(
                    () -> {
                        if (postgres) settings.putAll(postgres(dist, data));
                    },
                    threads);
            var search = CompletableFuture.supplyAsync(
                    () -> elasticsearch ? elasticsearch(env, zip, dist, data) : Map.<String, Object>of(), threads);
            database.join();
            settings.putAll(search.join());
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        }
        return settings;
    }

    private static Map<String, Object> postgres(Path dist, Path data) {
        try {
            var server = EmbeddedPostgresServer.start(dist.resolve("pg"), data.resolve("postgres"));
            SpringApplication.getShutdownHandlers().add(server::close);
            var address = "127.0.0.1:" + server.port() + "/postgres";
            return Map.of(
                    "spring.r2dbc.url", "r2dbc:postgresql://" + address,
                    "spring.r2dbc.username", "postgres",
                    "spring.r2dbc.password", "postgres",
                    "spring.flyway.url", "jdbc:postgresql://" + address,
                    "spring.flyway.user", "postgres",
                    "spring.flyway.password", "postgres");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(failure);
        }
    }

    private static Map<String, Object> elasticsearch(ConfigurableEnvironment env, Path zip, Path dist, Path data) {
        try {
            var heap = env.getProperty("goufu.embedded.es-heap", "512m");
            var server = EmbeddedElasticsearch.start(zip, dist, data.resolve("elasticsearch"), heap);
            SpringApplication.getShutdownHandlers().add(server::close);
            return Map.of("spring.elasticsearch.uris", server.uri());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(failure);
        }
    }

    private static Path path(ConfigurableEnvironment env, String property, String otherwise) {
        return Path.of(env.getProperty(property, otherwise)).toAbsolutePath().normalize();
    }

    /** Held for the life of this JVM: a second instance must not touch the running one's children. */
    private static void lock(Path data) {
        try {
            Files.createDirectories(data);
            var channel =
                    FileChannel.open(data.resolve("in-use.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                throw new StartRefused("Another Goufu already works in " + data
                        + ": stop it, or start this one with --goufu.embedded.data-dir=<another directory>.");
            }
            LOCKS.add(channel);
        } catch (IOException failure) {
            throw new StartRefused("The data directory " + data + " cannot be written: " + failure.getMessage() + ".");
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
            throw new StartRefused("Port " + port
                    + " is taken by another program: stop it, or start Goufu with --server.port=<another port>.");
        }
    }

    private static void refuseFullDisk(Path data) {
        try {
            long free = Files.getFileStore(data).getUsableSpace();
            if (free < SMALLEST_FREE_SPACE) {
                throw new StartRefused("The disk of " + data + " is full (" + (free >> 20) + " MB left, "
                        + (SMALLEST_FREE_SPACE >> 20) + " MB needed): free some space, or choose another"
                        + " --goufu.embedded.data-dir.");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void deleteAll(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
