package org.goufu.platform.embedded;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Where the program cannot start, one sentence in both languages says why and what to do; nothing is started before. */
class EmbeddedServicesTests {
    @TempDir
    private Path directory;

    @Test
    void refusesATakenPort() throws IOException {
        try (var other = new ServerSocket(0)) {
            assertRefused(directory, other.getLocalPort(), "端口 " + other.getLocalPort(), "SERVER_PORT");
        }
    }

    @Test
    void refusesADirectoryThatIsInUse() throws IOException {
        try (var other = FileChannel.open(
                directory.resolve("in-use.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            other.lock();
            assertRefused(directory, 0, "数据目录 " + directory, "Another Goufu already works in " + directory);
        }
    }

    @Test
    void refusesADirectoryThatCannotBeWritten() throws IOException {
        var file = Files.createFile(directory.resolve("file"));

        assertRefused(file.resolve("data"), 0, "无法写入", "check its permissions");
    }

    private static void assertRefused(Path data, int port, String... words) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test", Map.of("goufu.embedded.data-dir", data.toString(), "server.port", port)));
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> new EmbeddedServices().postProcessEnvironment(environment, new SpringApplication()))
                .withMessageContainingAll(words);
    }
}
