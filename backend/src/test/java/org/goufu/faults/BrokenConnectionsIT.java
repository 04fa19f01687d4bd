package org.goufu.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBufAllocator;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goufu.Awaiting;
import org.goufu.GoufuIT;
import org.goufu.TestHouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Callers who hang up, send too much or something else than was asked: each has its answer, and leaves no buffer behind. */
@GoufuIT
class BrokenConnectionsIT {
    private static final String CHUNK =
            "/api/lots/" + UUID.randomUUID() + "/envelopes/" + UUID.randomUUID() + "/chunks/" + "a".repeat(64);
    private static final String SHARES = "/api/lots/" + UUID.randomUUID() + "/opening/shares";
    private static final String IMPORTS = "/api/registry/imports";
    private static final String PAPERS = "/api/memberships/" + UUID.randomUUID() + "/papers";
    private static final String OCTETS = "application/octet-stream";
    private static final String JSON = "application/json";
    private static final String PARTS = "multipart/form-data; boundary=XX";
    /** More than any buffer and more than is taken of a form. */
    private static final String MUCH = "b".repeat(700_000);

    @Autowired
    TestHouse house;

    @LocalServerPort
    int port;

    @AfterEach
    void nothingIsLeft() {
        house.read("officer", "/api/me");
        assertThat(NoLeaks.found()).isEmpty();
    }

    /** The rule can fail. */
    @Test
    void whoeverForgetsABufferIsFoundOut() {
        forget();

        var leak = Awaiting.until(() -> {
            assertThat(NoLeaks.found()).hasSize(1);
            return NoLeaks.found().getFirst();
        });

        assertThat(leak).contains("BrokenConnectionsIT.forget");
        NoLeaks.forget(leak);
    }

    private static void forget() {
        ByteBufAllocator.DEFAULT.buffer(16).writeByte(7);
    }

    @Test
    void whoeverHangsUpLeavesNothing() throws IOException {
        var form = "{\"title\":\"" + MUCH;
        for (int i = 1; i < 4; i++) {
            cut("PUT", CHUNK, "organization", OCTETS, MUCH.substring(i));
            cut("POST", "/api/purchases", "officer", JSON, form.substring(0, i * 40_000));
            cut("POST", IMPORTS, "registrar", PARTS, part("a.csv", "file", MUCH.substring(i)));
            cut("POST", PAPERS, "organization", PARTS, part("a.pdf", "file", "%PDF-1.7 " + i));
            cut("GET", "/api/me/events", "organization", OCTETS, MUCH.substring(i));
        }
    }

    @Test
    void whatNobodyReadsIsRefusedAndThrownAway() throws IOException {
        answered(401, "PUT", CHUNK, null, OCTETS, MUCH);
        answered(403, "PUT", CHUNK, "officer", OCTETS, MUCH);
        answered(404, "PUT", "/api/none", "organization", OCTETS, MUCH);
        answered(405, "DELETE", CHUNK, "organization", OCTETS, MUCH);
        answered(415, "POST", "/api/purchases", "officer", OCTETS, MUCH);
        answered(422, "PUT", CHUNK, "organization", OCTETS, MUCH);
        answered(413, "POST", "/api/purchases", "officer", JSON, "{\"title\":\"" + MUCH + "\"}");
        answered(400, "POST", "/api/purchases", "officer", JSON, MUCH.substring(0, 100_000));
        answered(400, "POST", SHARES, "officer", JSON, "[{\"bid\":1 2" + MUCH);
    }

    @Test
    void partsThatCannotBeReadAreRefused() throws IOException {
        for (int size : List.of(100, 5_000, 100_000)) {
            var content = "q".repeat(size);
            answered(400, "POST", IMPORTS, "registrar", PARTS, part("a.csv", "file", content));
            answered(400, "POST", IMPORTS, "registrar", PARTS, ended(part("a.csv", "other", content)));
            answered(400, "POST", IMPORTS + "?nonsense=1", "registrar", PARTS, ended(part("a.csv", "file", content)));
            answered(401, "POST", IMPORTS, null, PARTS, ended(part("a.csv", "file", content)));
            answered(422, "POST", IMPORTS, "registrar", PARTS, ended(part("a.exe", "file", content)));
            answered(
                    404,
                    "POST",
                    PAPERS,
                    "organization",
                    PARTS,
                    ended(part("a.pdf", "file", content) + part("b.pdf", "file", content)));
        }
    }

    private static String part(String file, String name, String content) {
        return "\r\n--XX\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\n%s"
                .formatted(name, file, content);
    }

    private static String ended(String parts) {
        return parts + "\r\n--XX--\r\n";
    }

    private void answered(int status, String method, String path, String who, String type, String body)
            throws IOException {
        try (var line = line()) {
            send(line, method, path, who, type, body, body.length());
            assertThat(status(line.getInputStream()))
                    .as("%s %s of %s", method, path, who)
                    .startsWith("HTTP/1.1 " + status);
        }
    }

    private static String status(InputStream in) throws IOException {
        return new String(in.readNBytes("HTTP/1.1 200".length()), UTF_8);
    }

    /** Promises more than it sends. */
    private void cut(String method, String path, String who, String type, String body) throws IOException {
        try (var line = line()) {
            send(line, method, path, who, type, body, body.length() + 1_000);
        }
    }

    private Socket line() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }

    private void send(Socket line, String method, String path, String who, String type, String body, int length)
            throws IOException {
        var caller = who == null ? "" : "Authorization: Bearer " + token(who) + "\r\n";
        var head = "%s %s HTTP/1.1\r\nHost: localhost\r\n%sContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
                .formatted(method, path, caller, type, length);
        var out = line.getOutputStream();
        out.write((head + body).getBytes(UTF_8));
        out.flush();
    }

    private String token(String who) {
        return TestHouse.json(house.anonymous()
                        .post()
                        .uri("/api/tokens")
                        .bodyValue(Map.of("username", who, "password", "goufu-demo"))
                        .exchange()
                        .expectStatus()
                        .isCreated())
                .path("token")
                .asString();
    }
}
