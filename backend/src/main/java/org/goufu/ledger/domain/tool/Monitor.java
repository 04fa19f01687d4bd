package org.goufu.ledger.domain.tool;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.goufu.ledger.domain.Checkpoint;
import org.goufu.ledger.domain.Hash;
import org.goufu.ledger.domain.Rebuilt;
import org.goufu.ledger.domain.SignedNote;
import org.goufu.ledger.domain.TilePath;
import org.goufu.ledger.domain.Verifier;

/**
 * Reads a whole log and builds its tree again.
 *
 * <p>With a file to remember the last head in, it also holds the log against what it was then: so whoever runs this from time to time is a
 * witness that nothing was taken back.
 */
final class Monitor {
    private static final Duration WAIT = Duration.ofSeconds(30);
    private static final int OK = 200;
    private static final int TOO_MANY = 429;
    private static final int PATIENCE = 20;
    private static final long LONGEST_WAIT = 60;

    private final URI ledger;
    private final Verifier key;
    private final Optional<Path> keep;
    private final Report report;

    Monitor(URI address, Verifier key, Optional<Path> keep, Report report) {
        this.ledger = URI.create(address.toString().replaceFirst("/*$", "") + "/api/ledger/");
        this.key = key;
        this.keep = keep;
        this.report = report;
    }

    Outcome look() throws IOException, InterruptedException {
        try (var http = HttpClient.newBuilder().connectTimeout(WAIT).build()) {
            var note = new String(get(http, "checkpoint"), StandardCharsets.UTF_8);
            var head = open(note);
            if (head.isEmpty()) {
                report.say("head.bad", ledger + "checkpoint");
                return Outcome.TAMPERED;
            }
            var before = remembered();
            if (before.isPresent() && before.get().size() > head.get().size()) {
                report.say("log.shorter", before.get().size(), head.get().size());
                return Outcome.TAMPERED;
            }
            var outcome = hold(http, head.get(), before);
            if (outcome == Outcome.GOOD && keep.isPresent()) Files.writeString(keep.get(), note);
            return outcome;
        }
    }

    private Outcome hold(HttpClient http, Checkpoint head, Optional<Checkpoint> before)
            throws IOException, InterruptedException {
        var rebuilt = new Rebuilt();
        for (var tile : TilePath.of(head.size())) {
            var entries = ByteBuffer.wrap(get(http, "tile/entries/" + tile.text()));
            while (entries.hasRemaining()) {
                if (!asBefore(rebuilt, before)) return Outcome.TAMPERED;
                var entry = new byte[Short.toUnsignedInt(entries.getShort())];
                entries.get(entry);
                rebuilt.add(Hash.leaf(entry));
            }
        }
        if (!asBefore(rebuilt, before)) return Outcome.TAMPERED;
        if (rebuilt.size() != head.size() || !rebuilt.frontier().root().equals(head.root())) {
            report.say("log.bad", head.size());
            return Outcome.TAMPERED;
        }
        report.say("log.good", head.size());
        before.ifPresent(old -> report.say("log.grown", old.size()));
        return Outcome.GOOD;
    }

    private boolean asBefore(Rebuilt rebuilt, Optional<Checkpoint> before) {
        boolean same = before.filter(old -> old.size() == rebuilt.size())
                .map(old -> rebuilt.frontier().root().equals(old.root()))
                .orElse(true);
        if (!same) report.say("log.rewritten", rebuilt.size());
        return same;
    }

    private Optional<Checkpoint> remembered() throws IOException {
        if (keep.isEmpty() || !Files.exists(keep.get())) return Optional.empty();
        var head = open(Files.readString(keep.get()));
        if (head.isEmpty()) throw new IllegalArgumentException(keep.get().toString());
        return head;
    }

    private Optional<Checkpoint> open(String note) {
        return SignedNote.open(note, key)
                .map(Checkpoint::read)
                .filter(head -> head.origin().equals(key.name()));
    }

    /** A large log is read in many requests: whoever is asked to wait waits. */
    private byte[] get(HttpClient http, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(ledger.resolve(path)).timeout(WAIT).build();
        var answer = http.send(request, BodyHandlers.ofByteArray());
        for (int again = 0; again < PATIENCE && answer.statusCode() == TOO_MANY; again++) {
            var seconds = answer.headers().firstValueAsLong("Retry-After").orElse(1);
            Thread.sleep(Duration.ofSeconds(Math.min(seconds, LONGEST_WAIT)));
            answer = http.send(request, BodyHandlers.ofByteArray());
        }
        if (answer.statusCode() != OK) throw new IOException(request.uri() + ": " + answer.statusCode());
        return answer.body();
    }
}
