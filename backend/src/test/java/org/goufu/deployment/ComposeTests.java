package org.goufu.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The compose file says what it must; that it also runs can only be seen where there is a container engine. */
class ComposeTests {
    private final Map<String, Object> compose = read(Path.of("../docker-compose.yml"));
    private final Map<String, Object> services = map(compose, "services");

    @Test
    void describesProductionInSmall() {
        assertThat(services.keySet())
                .containsExactlyInAnyOrder("postgres", "elasticsearch", "backend-1", "backend-2", "proxy");
        assertThat(services.get("backend-1")).isEqualTo(services.get("backend-2"));
    }

    @Test
    void everyServiceIsWatched() {
        services.forEach((name, service) ->
                assertThat(map(asMap(service), "healthcheck")).as(name).containsKeys("test", "interval", "retries"));
    }

    @Test
    void everyImageNamesItsVersion() {
        services.forEach((name, service) ->
                assertThat(String.valueOf(asMap(service).get("image"))).as(name).matches("[a-z/]+:\\d+(\\.\\d+)+"));
    }

    @Test
    void elasticsearchIsTheVersionThatIsTested() throws IOException {
        var tested = Files.readString(Path.of("../pom.xml")).replaceAll("(?s).*<es-server.version>(.*?)<.*", "$1");
        assertThat(asMap(services.get("elasticsearch")).get("image")).isEqualTo("elasticsearch:" + tested);
        assertThat(map(asMap(services.get("elasticsearch")), "environment"))
                .containsEntry("xpack.security.enabled", "true");
    }

    @Test
    void secretsComeFromFilesAndAreAllDeclared() {
        var declared = map(compose, "secrets");
        declared.forEach((name, secret) ->
                assertThat(String.valueOf(asMap(secret).get("file"))).startsWith(".secrets/"));
        services.forEach((name, service) -> asList(asMap(service).getOrDefault("secrets", List.of()))
                .forEach(secret -> assertThat(declared).as(name).containsKey(sourceOf(secret))));
        services.forEach((name, service) -> assertThat(asMap(service)
                        .getOrDefault("environment", Map.of())
                        .toString()
                        .toLowerCase())
                .as(name)
                .doesNotContainPattern("password=[^/]"));
    }

    /** A misspelt setting would be ignored without a word. */
    @Test
    void everySettingIsOneThatTheProgramKnows() throws IOException {
        var known = settings("", read(Path.of("src/main/resources/application.yaml")))
                .map(name -> name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'))
                .toList();
        assertThat(known).contains("GOUFU_SECURITY_TRUSTED_HOPS");
        assertThat(known)
                .containsAll(map(asMap(services.get("backend-1")), "environment").keySet().stream()
                        .filter(name -> name.startsWith("GOUFU_") || name.startsWith("SPRING_LIFECYCLE_"))
                        .toList());
    }

    /** Killed halfway, an instance would cut off what it was doing. */
    @Test
    void whatIsAskedToStopHasTheTimeForIt() {
        var backend = asMap(services.get("backend-1"));
        var own = seconds(map(backend, "environment").get("SPRING_LIFECYCLE_TIMEOUT_PER_SHUTDOWN_PHASE"));
        assertThat(seconds(backend.get("stop_grace_period"))).isGreaterThanOrEqualTo(own + 5);
        assertThat(asMap(services.get("postgres"))).containsKey("stop_grace_period");
        assertThat(asMap(services.get("elasticsearch"))).containsKey("stop_grace_period");
    }

    /** One hop is trusted because one proxy writes the header, and writes it anew. */
    @Test
    void theAddressOfACallerCannotBeForged() {
        var proxy = String.valueOf(map(map(compose, "configs"), "proxy").get("content"));
        assertThat(map(asMap(services.get("backend-1")), "environment"))
                .containsEntry("GOUFU_SECURITY_TRUSTED_HOPS", "1");
        assertThat(proxy).contains("proxy_set_header X-Forwarded-For $$remote_addr;");
    }

    @Test
    void onlyTheProxyFacesOutside() {
        services.forEach((name, service) ->
                assertThat(asMap(service).containsKey("ports")).as(name).isEqualTo(name.equals("proxy")));
        assertThat(map(map(compose, "networks"), "inside")).containsEntry("internal", true);
    }

    @Test
    void volumesAreDeclared() {
        assertThat(map(compose, "volumes").keySet()).containsExactlyInAnyOrder("postgres", "elasticsearch", "heads");
    }

    @Test
    void theDockerfileCopiesWhatExistsAndTrainsTheCacheThatItUses() throws IOException {
        var dockerfile = Files.readString(Path.of("Dockerfile"));
        dockerfile
                .lines()
                .filter(line -> line.startsWith("COPY ") && !line.contains("--from"))
                .forEach(line ->
                        assertThat(Path.of("..", line.split(" ")[1])).as(line).exists());
        assertThat(dockerfile).contains("AOTCacheOutput=goufu.aot", "AOTCache=goufu.aot", "USER goufu");
    }

    private static Stream<String> settings(String prefix, Map<String, Object> tree) {
        return tree.entrySet().stream()
                .flatMap(entry -> entry.getValue() instanceof Map<?, ?>
                        ? settings(prefix + entry.getKey() + ".", asMap(entry.getValue()))
                        : Stream.of(prefix + entry.getKey()));
    }

    private static int seconds(Object duration) {
        return Integer.parseInt(String.valueOf(duration).replace("s", ""));
    }

    private static Map<String, Object> read(Path yaml) {
        try (var file = Files.newInputStream(yaml)) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String sourceOf(Object secret) {
        return secret instanceof Map<?, ?> detailed ? String.valueOf(detailed.get("source")) : String.valueOf(secret);
    }

    private static Map<String, Object> map(Map<String, Object> from, String key) {
        return asMap(from.get(key));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asMap(Object value) {
        return (Map<String, Object>) value;
    }

    private static List<?> asList(Object value) {
        return (List<?>) value;
    }
}
