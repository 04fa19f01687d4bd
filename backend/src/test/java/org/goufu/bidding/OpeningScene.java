package org.goufu.bidding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.goufu.Awaiting;
import org.goufu.Purchases;
import org.goufu.TestHouse;
import org.goufu.bidding.domain.BidAct;
import org.goufu.bidding.domain.Chunk;
import org.goufu.bidding.domain.seal.Manifest;
import org.goufu.bidding.domain.seal.Sealer;
import org.goufu.bidding.domain.seal.Sealer.Sealed;
import org.goufu.bidding.usecase.Boxes;
import org.goufu.bidding.usecase.KeepSigningKeys;
import org.goufu.bidding.usecase.Uploads;
import org.goufu.kernel.Ids;
import org.goufu.organization.BodyKind;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.OrganizationDirectory;
import org.goufu.platform.database.Transactions;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

/** Lots with bids in their boxes, and their openings. */
public final class OpeningScene {
    public static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final SecureRandom RANDOM = new SecureRandom();

    public final HolderHands holders;
    public final PassingTime time;

    private final TestHouse house;
    private final Boxes boxes;
    private final Uploads uploads;
    private final KeepSigningKeys keys;
    private final OrganizationDirectory organizations;
    private final Transactions transactions;
    private final Map<UUID, BodySigner> signers = new ConcurrentHashMap<>();

    public OpeningScene(
            TestHouse house,
            Boxes boxes,
            Uploads uploads,
            KeepSigningKeys keys,
            OrganizationDirectory organizations,
            Transactions transactions,
            DatabaseClient database) {
        this.holders = new HolderHands(house);
        this.time = new PassingTime(transactions, database);
        this.house = house;
        this.boxes = boxes;
        this.uploads = uploads;
        this.keys = keys;
        this.organizations = organizations;
        this.transactions = transactions;
    }

    /** A lot that takes bids, and to whom they are sealed. */
    public record Lot(UUID id, UUID purchase, UUID notice, String digest, byte[] keyset) {}

    public record Bid(UUID id, UUID body, Sealed sealed) {}

    public Lot lot(Map<String, Object> besides) {
        var purchases = new Purchases(house);
        var purchase = new LinkedHashMap<>(purchases.lunches("开启响应文件的助餐服务"));
        purchase.putAll(besides);
        var notice = purchases.publish(purchase);
        var lot = UUID.fromString(notice.path("lots").get(0).path("id").asString());
        return new Lot(
                lot,
                UUID.fromString(notice.path("purchaseId").asString()),
                UUID.fromString(notice.path("id").asString()),
                notice.path("digest").asString(),
                Envelopes.keyset(house, lot));
    }

    /** What a bid contains, for so much. */
    public static SequencedMap<String, byte[]> contents(long fen) {
        var contents = new LinkedHashMap<String, byte[]>();
        contents.put("price", bytes("""
                {"format":"goufu-price/1","totalFen":%d,"lines":[{"item":"午餐","unit":"份","quantity":7200,"fen":%d}],"note":"含税"}
                """.formatted(fen, fen)));
        contents.put("tech", bytes("""
                {"format":"goufu-tech/1","answers":[{"criterion":"服务方案","text":"每日两荤一素"}],
                 "attachments":[{"segment":"att-1","name":"方案.txt","type":"text/plain","bytes":6}]}
                """));
        contents.put("cred", bytes("{}"));
        contents.put("att-1", bytes("食谱"));
        return contents;
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Over HTTP, as the page does it. */
    public Bid give(Envelopes bidder, UUID body, Lot lot, long fen) {
        return give(bidder, body, lot, bidder.seal(lot.id(), lot.keyset(), contents(fen)));
    }

    public Bid give(Envelopes bidder, UUID body, Lot lot, Sealed sealed) {
        var id = Envelopes.id(sealed);
        bidder.upload(lot.id(), id, sealed);
        bidder.give(lot.id(), sealed.manifest()).expectStatus().isCreated();
        return new Bid(id, body, sealed);
    }

    /** Straight into the box, for a body that nobody here acts for. */
    public Bid put(UUID body, Lot lot, SequencedMap<String, byte[]> contents, List<UUID> groups) {
        return put(lot, sealed(body, lot, contents, groups), body);
    }

    public static Sealed sealed(UUID body, Lot lot, SequencedMap<String, byte[]> contents, List<UUID> groups) {
        var draft = new Sealer.Draft(
                Ids.next(),
                lot.id(),
                lot.digest(),
                body,
                groups.stream().sorted().toList(),
                "2".repeat(64),
                null);
        return Sealer.seal(draft, lot.keyset(), contents, RANDOM);
    }

    public Bid put(Lot lot, Sealed sealed, UUID body) {
        var id = Manifest.read(sealed.manifest()).core().envelopeId();
        for (var chunks : sealed.chunks().values()) {
            for (var chunk : chunks) {
                uploads.keep(new Chunk(id, lot.id(), body, Envelopes.sha256(chunk), chunk))
                        .block();
            }
        }
        var signer = signer(body);
        var act = new BidAct(
                BidAct.Kind.BID_SUBMITTED,
                id,
                lot.id(),
                body,
                Ids.next(),
                signer.key(),
                sealed.manifest(),
                signer.sign(sealed.manifest()),
                null);
        var decided = transactions
                .write(boxes.decide(List.of(new Boxes.Judged(act, null))))
                .blockOptional()
                .orElseThrow();
        assertThat(decided.getFirst().refusal()).isNull();
        return new Bid(id, body, sealed);
    }

    /** One and the same as long as this scene lasts. */
    public BodySigner signer(UUID body) {
        return signers.computeIfAbsent(body, one -> BodySigner.of(keys, one));
    }

    /** Bodies that could bid, none led by the same head as another. */
    public List<UUID> bodies(int count) {
        var known = List.of(house.body("organization"), house.body("federation"), house.body("group"));
        var found = new ArrayList<UUID>();
        for (var body : organizations.after(null, 400).collectList().block()) {
            if (found.size() == count) break;
            if (body.kind() != BodyKind.LEGAL_PERSON || known.contains(body.id())) continue;
            if (organizations.sharingHead(body.id()).collectList().block().isEmpty()) found.add(body.id());
        }
        assertThat(found).hasSize(count);
        return found;
    }

    public String name(UUID body) {
        return organizations.find(body).map(BodyProfile::name).blockOptional().orElseThrow();
    }

    /** The box is sealed by itself. */
    public void passDeadline(Lot lot) {
        time.passDeadline(lot);
        until(lot, "SEALED");
    }

    public void passSealCheck(Lot lot) {
        time.passSealCheck(lot);
        until(lot, "OPENING");
    }

    /** An officer began the opening, and whoever has a bid in the box had the time to look at the seal. */
    public void unsealed(Lot lot) {
        begin(lot);
        passSealCheck(lot);
    }

    /** From the passing of the deadline to the record; an officer opens. */
    public JsonNode opened(Lot lot) {
        passDeadline(lot);
        unsealed(lot);
        holders.give("officer", lot);
        return until(lot, "OPENED");
    }

    /** A bid as the opening shows it. */
    public static JsonNode in(JsonNode opening, Bid bid) {
        return opening.path("items")
                .valueStream()
                .filter(item -> item.path("id").asString().equals(bid.id().toString()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no such bid in " + opening));
    }

    public JsonNode opening(Lot lot) {
        return house.get("evaluator", "/api/lots/{id}/opening", lot.id());
    }

    public String state(Lot lot) {
        return opening(lot).path("state").asString();
    }

    public JsonNode until(Lot lot, String state) {
        return Awaiting.until(PATIENCE, () -> {
            var opening = opening(lot);
            assertThat(opening.path("state").asString()).isEqualTo(state);
            return opening;
        });
    }

    public JsonNode begin(Lot lot) {
        return TestHouse.json(house.post("officer", Map.of(), "/api/lots/{id}/opening", lot.id())
                .expectStatus()
                .isCreated());
    }
}
