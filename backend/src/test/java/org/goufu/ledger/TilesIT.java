package org.goufu.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.goufu.GoufuIT;
import org.goufu.TestHouse;
import org.goufu.kernel.Ids;
import org.goufu.ledger.domain.Checkpoint;
import org.goufu.ledger.domain.Hash;
import org.goufu.ledger.domain.Rebuilt;
import org.goufu.ledger.domain.SignedNote;
import org.goufu.ledger.domain.TilePath;
import org.goufu.ledger.domain.Verifier;
import org.goufu.platform.database.Transactions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** What a stranger makes of the tiles alone is what the head says. */
@GoufuIT
class TilesIT {
    @Autowired
    TestHouse house;

    @Autowired
    Ledger ledger;

    @Autowired
    Transactions transactions;

    private Checkpoint head;

    @BeforeEach
    void moreThanATile() {
        var acts = IntStream.range(0, 300)
                .mapToObj(i -> new Act(Act.Kind.BID_SUBMITTED, Ids.next(), Ids.next(), Map.of()))
                .toList();
        transactions.write(ledger.enter(acts)).block();
        var key = Verifier.read(new String(bytes("/api/ledger/key")));
        head = SignedNote.open(new String(bytes("/api/ledger/checkpoint")), key)
                .map(Checkpoint::read)
                .orElseThrow();
    }

    @Test
    void allEntriesMakeTheSignedRoot() {
        var rebuilt = new Rebuilt();
        for (var tile : TilePath.of(head.size())) {
            var bundle = ByteBuffer.wrap(bytes("/api/ledger/tile/entries/" + tile.text()));
            while (bundle.hasRemaining()) {
                var entry = new byte[bundle.getShort()];
                bundle.get(entry);
                rebuilt.add(Hash.leaf(entry));
            }
        }
        assertThat(rebuilt.size()).isEqualTo(head.size());
        assertThat(rebuilt.frontier().root()).isEqualTo(head.root());
    }

    @Test
    void tilesOfHashesMakeItToo() {
        var leaves = level(0, head.size());
        var rebuilt = new Rebuilt();
        var completed = new ArrayList<Hash>();
        leaves.forEach(leaf -> rebuilt.add(leaf).forEach(done -> {
            if (done.getKey().level() == 8) completed.add(done.getValue());
        }));
        assertThat(rebuilt.frontier().root()).isEqualTo(head.root());
        assertThat(level(1, head.size() >> 8)).isEqualTo(completed);
    }

    @Test
    void aTileIsKeptForEver() {
        get("/api/ledger/tile/0/000")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Cache-Control", "max-age=31536000, public, immutable")
                .expectBody()
                .consumeWith(tile -> assertThat(tile.getResponseBody()).hasSize(TilePath.WIDTH * Hash.LENGTH));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/ledger/tile/0/x999/999",
                "/api/ledger/tile/entries/x999/999",
                "/api/ledger/tile/8/000",
                "/api/ledger/tile/-1/000",
                "/api/ledger/tile/7/000.p/1",
                "/api/ledger/tile/0/0",
                "/api/ledger/tile/leaves/000"
            })
    void whatIsNotThereIsSaidSo(String path) {
        get(path)
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/ledger/tile-not-found");
    }

    private List<Hash> level(int level, long size) {
        var hashes = new ArrayList<Hash>();
        for (var tile : TilePath.of(size)) {
            var bytes = ByteBuffer.wrap(bytes("/api/ledger/tile/" + level + "/" + tile.text()));
            while (bytes.hasRemaining()) {
                var hash = new byte[Hash.LENGTH];
                bytes.get(hash);
                hashes.add(Hash.of(hash));
            }
        }
        return hashes;
    }

    private byte[] bytes(String path) {
        return get(path)
                .expectStatus()
                .isOk()
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();
    }

    private ResponseSpec get(String path) {
        return house.anonymous().get().uri(path).exchange();
    }
}
