package org.goufu.ledger.usecase;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.stream.LongStream;
import org.goufu.ledger.LedgerProblem;
import org.goufu.ledger.domain.Hash;
import org.goufu.ledger.domain.Node;
import org.goufu.ledger.domain.TilePath;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads the tree in pieces that never change (C2SP tlog-tiles): as far as a signed head covers them. */
@Component
public class ReadTiles {
    /** A tile has this many levels of the tree. */
    private static final int HEIGHT = 8;
    /** Above that no tree of 64 bits has leaves. */
    private static final int HIGHEST = 63 / HEIGHT;

    private static final String OF_ENTRIES = "entries";

    private final Log log;
    private final SignCheckpoint checkpoints;

    ReadTiles(Log log, SignCheckpoint checkpoints) {
        this.log = log;
        this.checkpoints = checkpoints;
    }

    /** @param level a number, or {@code entries}; fails with {@code ledger/tile-not-found} */
    public Mono<byte[]> tile(String level, String path) {
        try {
            var tile = TilePath.read(path);
            if (level.equals(OF_ENTRIES))
                return covered(tile, 0)
                        .then(log.commitments(tile.first(), tile.end()))
                        .map(ReadTiles::bundled);
            if (!level.matches("[0-9]") || Integer.parseInt(level) > HIGHEST) return missing();
            return hashes(Integer.parseInt(level), tile);
        } catch (IllegalArgumentException unreadable) {
            return missing();
        }
    }

    private Mono<byte[]> hashes(int level, TilePath tile) {
        var nodes = LongStream.range(tile.first(), tile.end())
                .mapToObj(index -> new Node(level * HEIGHT, index))
                .toList();
        return covered(tile, level)
                .then(Mono.defer(() -> log.hashes(nodes)))
                .map(hashes -> joined(nodes.stream().map(hashes::get).toList()));
    }

    private Mono<Void> covered(TilePath tile, int level) {
        return checkpoints
                .covering(0)
                .filter(head -> tile.end() <= head.size() >> (level * HEIGHT))
                .switchIfEmpty(missing())
                .then();
    }

    private static byte[] joined(List<Hash> hashes) {
        var bytes = new ByteArrayOutputStream();
        hashes.forEach(hash -> bytes.writeBytes(hash.bytes()));
        return bytes.toByteArray();
    }

    /** Each with its length before it, in two bytes. */
    private static byte[] bundled(List<byte[]> entries) {
        var bytes = new ByteArrayOutputStream();
        for (var entry : entries) {
            bytes.write(entry.length >> 8);
            bytes.write(entry.length);
            bytes.writeBytes(entry);
        }
        return bytes.toByteArray();
    }

    private static <T> Mono<T> missing() {
        return Mono.error(LedgerProblem.TILE_NOT_FOUND::raise);
    }
}
