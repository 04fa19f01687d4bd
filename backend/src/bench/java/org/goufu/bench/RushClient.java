package org.goufu.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/**
 * One bidder's connection, kept alive: it sends requests that were written beforehand and reads their answers, and costs as little as
 * it can, for the platform is measured and not its callers.
 */
final class RushClient implements AutoCloseable {
    private static final String LENGTH = "content-length: ";
    private static final int LARGEST_ANSWER = 1 << 14;
    private static final int STATUS_AT = "HTTP/1.1 ".length();

    private final Socket socket;
    private final byte[] answer = new byte[LARGEST_ANSWER];

    RushClient(int port) throws IOException {
        this.socket = new Socket("localhost", port);
        socket.setTcpNoDelay(true);
    }

    /** A request as it goes over the wire. */
    static byte[] request(UUID lot, String token, byte[] body) {
        var head = """
                POST /api/lots/%s/bids HTTP/1.1\r
                Host: localhost\r
                Authorization: Bearer %s\r
                Content-Type: application/json\r
                Content-Length: %d\r
                \r
                """.formatted(lot, token, body.length).getBytes(StandardCharsets.US_ASCII);
        var whole = new byte[head.length + body.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return whole;
    }

    /** The status of the answer. */
    int send(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        var in = socket.getInputStream();
        int read = 0;
        int body = -1;
        while (body < 0) {
            read += more(in, read);
            body = bodyAt(read);
        }
        int end = body + length(body);
        while (read < end) read += more(in, read);
        return Integer.parseInt(new String(answer, STATUS_AT, 3, StandardCharsets.US_ASCII));
    }

    private int more(InputStream in, int read) throws IOException {
        int more = in.read(answer, read, answer.length - read);
        if (more < 0) throw new EOFException("the platform hung up");
        return more;
    }

    private int bodyAt(int read) {
        for (int at = 3; at < read; at++) {
            if (answer[at] == '\n' && answer[at - 1] == '\r' && answer[at - 2] == '\n') return at + 1;
        }
        return -1;
    }

    private int length(int body) throws IOException {
        var head = new String(answer, 0, body, StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT);
        int at = head.indexOf(LENGTH);
        if (at < 0) throw new IOException("an answer without a length: " + head);
        at += LENGTH.length();
        return Integer.parseInt(head.substring(at, head.indexOf('\r', at)));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
