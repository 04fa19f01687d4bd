package org.goufu.bidding;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.bidding.OpeningDesk.became;
import static org.goufu.bidding.OpeningScene.contents;
import static org.goufu.bidding.OpeningScene.in;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.goufu.GoufuIT;
import org.goufu.TestHouse;
import org.goufu.bidding.OpeningScene.Bid;
import org.goufu.bidding.OpeningScene.Lot;
import org.goufu.bidding.domain.seal.Manifest;
import org.goufu.bidding.domain.seal.Sealer.Sealed;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is wrong with a bid, the others are opened. */
@GoufuIT
class BadBidsIT {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    TestHouse house;

    @Autowired
    OpeningScene scene;

    @Test
    void oneBadBidNeverStopsTheOthers() {
        var lot = scene.lot(Map.of());
        var bodies = scene.bodies(14);
        var spare = bodies.subList(10, 14).iterator();
        var group = house.body("group");
        var good = scene.put(bodies.get(0), lot, contents(9_000_000), List.of());
        var dear = scene.put(bodies.get(1), lot, contents(9_800_001), List.of());
        var unreadable = contents(1);
        unreadable.put("price", OpeningScene.bytes("9500000"));
        var price = scene.put(bodies.get(2), lot, unreadable, List.of());
        var half = contents(9_000_000);
        half.remove("tech");
        var incomplete = scene.put(bodies.get(3), lot, half, List.of());
        var vague = contents(9_100_000);
        vague.put("tech", OpeningScene.bytes("{\"format\":\"goufu-tech/1\"}"));
        var technical = scene.put(bodies.get(9), lot, vague, List.of());
        var foreign = contents(9_100_000);
        foreign.put("price", new String(foreign.get("price"), UTF_8).getBytes(UTF_16LE));
        var vast = contents(9_100_000);
        vast.put("price", altered(vast.get("price"), "7200", "1E+1000000000"));
        var mute = contents(9_100_000);
        mute.put("price", altered(mute.get("price"), "含税", "\\\\u0000"));
        var rough = Stream.of(foreign, vast, mute)
                .map(content -> scene.put(spare.next(), lot, content, List.of()))
                .toList();
        var gap = contents(9_100_000);
        gap.put("allocation", OpeningScene.bytes("""
                {"format":"goufu-allocation/1","rosterHash":"%s","ownShare":10000,"ownFen":9100000,"fee":0,"feeFen":0,"parts":[null]}
                """.formatted("2".repeat(64))));
        var undivided = scene.put(spare.next(), lot, gap, List.of(house.body("federation")));
        var lying = lying(lot, bodies.get(4), "hash");
        var equivocal = lying(lot, bodies.get(5), "commit");
        var garbage = garbage(lot, bodies.get(6));
        var one = scene.put(bodies.get(7), lot, contents(9_200_000), List.of(group));
        var other = scene.put(bodies.get(8), lot, contents(9_300_000), List.of(group));
        scene.passDeadline(lot);
        scene.unsealed(lot);
        scene.holders.give("officer", lot);
        var open = scene.until(lot, "OPENED");
        assertThat(in(open, good).path("outcome").asString()).isEqualTo("OPENED");
        became(open, dear, "INVALID", "OVER_CEILING");
        assertThat(in(open, dear).path("totalFen").asLong()).isEqualTo(9_800_001);
        became(open, price, "FAILED", "PRICE_UNREADABLE");
        became(open, incomplete, "FAILED", "INCOMPLETE");
        became(open, technical, "FAILED", "TECHNICAL_UNREADABLE");
        for (var unread : rough) became(open, unread, "FAILED", "PRICE_UNREADABLE");
        became(open, undivided, "INVALID", "ALLOCATION_WRONG");
        became(open, lying, "FAILED", "SHARE_WRONG");
        became(open, equivocal, "FAILED", "KEY_WRONG");
        became(open, garbage, "FAILED", "CONTENT_WRONG");
        became(open, one, "INVALID", "ALLOCATION_WRONG");
        became(open, other, "INVALID", "ALLOCATION_WRONG");
        assertThat(open.path("remedyUntil").isNull()).isTrue();
    }

    private static byte[] altered(byte[] content, String what, String instead) {
        return OpeningScene.bytes(new String(content, UTF_8).replaceFirst(what, instead));
    }

    /** A bid that promises something else than it has: of the platform's share, or of the key. */
    private Bid lying(Lot lot, UUID body, String about) {
        var sealed = OpeningScene.sealed(body, lot, contents(9_000_000), List.of());
        var manifest = JSON.readTree(sealed.manifest());
        var price = manifest.path("segments").get(0);
        var promised = about.equals("commit")
                ? price.path("commit").asString()
                : price.path("shares")
                        .valueStream()
                        .filter(share -> share.path("group").asString().equals("platform"))
                        .findFirst()
                        .orElseThrow()
                        .path("hash")
                        .asString();
        return scene.put(lot, with(sealed, promised, "0".repeat(64), null), body);
    }

    /** A bid whose ciphertext is no ciphertext. */
    private Bid garbage(Lot lot, UUID body) {
        var sealed = OpeningScene.sealed(body, lot, contents(9_000_000), List.of());
        var chunk = sealed.chunks().get("tech").getFirst().clone();
        var digest = Envelopes.sha256(chunk);
        Arrays.fill(chunk, (byte) 7);
        return scene.put(lot, with(sealed, digest, Envelopes.sha256(chunk), chunk), body);
    }

    private static Sealed with(Sealed sealed, String digest, String instead, byte[] chunk) {
        var manifest = new String(sealed.manifest()).replace(digest, instead).getBytes();
        Manifest.read(manifest);
        var chunks = new LinkedHashMap<>(sealed.chunks());
        if (chunk != null) chunks.put("tech", List.of(chunk));
        return new Sealed(manifest, chunks, sealed.keys());
    }

    /** Who is in a bid is known before its price is. */
    @Test
    void aGroupInTwoBidsSpoilsBoth() {
        var lot = scene.lot(Map.of("stagedOpening", true));
        var bodies = scene.bodies(3);
        var group = house.body("group");
        var good = scene.put(bodies.get(0), lot, contents(9_000_000), List.of());
        var one = scene.put(bodies.get(1), lot, contents(9_200_000), List.of(group));
        var other = scene.put(bodies.get(2), lot, contents(9_300_000), List.of(group));
        scene.passDeadline(lot);
        scene.unsealed(lot);
        scene.holders.give("officer", lot);
        var open = scene.until(lot, "TECHNICAL_OPENED");
        assertThat(in(open, good).path("outcome").asString()).isEqualTo("OPENED");
        became(open, one, "INVALID", "MEMBER_TWICE");
        became(open, other, "INVALID", "MEMBER_TWICE");
    }
}
