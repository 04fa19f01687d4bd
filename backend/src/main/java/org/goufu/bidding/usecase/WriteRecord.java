package org.goufu.bidding.usecase;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goufu.bidding.OpenedLot.Stage;
import org.goufu.bidding.domain.Opening;
import org.goufu.bidding.domain.Reason;
import org.goufu.bidding.usecase.BidsAtOpening.Recorded;
import org.goufu.bidding.usecase.Shares.Holder;
import org.goufu.bidding.usecase.SignaturesAtDeadline.Shown;
import org.goufu.bidding.usecase.Stages.BegunStage;
import org.goufu.bidding.usecase.Words.Word;
import org.goufu.kernel.Named;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.OrganizationDirectory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the record of a stage ({@code goufu-opening/1}, backend/docs/bundle.md): who gave a bid when and for how much, who opened them
 * and who was absent, what was said. Its digest stands in the ledger.
 */
@Component
class WriteRecord {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final BidsAtOpening bids;
    private final Shares shares;
    private final Words words;
    private final OrganizationDirectory organizations;
    private final SignaturesAtDeadline signatures;
    private final AtRest rest;

    WriteRecord(
            BidsAtOpening bids,
            Shares shares,
            Words words,
            OrganizationDirectory organizations,
            SignaturesAtDeadline signatures,
            AtRest rest) {
        this.bids = bids;
        this.shares = shares;
        this.words = words;
        this.organizations = organizations;
        this.signatures = signatures;
        this.rest = rest;
    }

    /**
     * A record as it is kept.
     *
     * @param subjects of the acts in the ledger that it reveals
     * @param signers the keys by which those acts were signed
     */
    record Written(byte[] bytes, String digest, Set<UUID> subjects, List<UUID> signers) {}

    Mono<Written> of(Opening opening, BegunStage stage, Instant now) {
        var lot = opening.lot();
        return Mono.zip(
                        bids.recorded(lot).collectList().zipWhen(this::groups),
                        shares.holders(lot).collectList(),
                        shares.given(stage.id()).collect(Collectors.toSet()),
                        words.said(lot).collectList(),
                        bids.seed(lot),
                        bids.subjects(lot).collect(Collectors.toSet()),
                        signatures.shown(lot).collectMap(Shown::envelope),
                        bids.signers(lot).collectList())
                .map(all -> {
                    var record = head(opening, stage, now);
                    record.put("bids", written(all.getT1().getT1(), all.getT1().getT2(), all.getT7(), stage.stage()));
                    record.put("holders", holders(all.getT2(), all.getT3()));
                    record.put(
                            "said", all.getT4().stream().map(WriteRecord::word).toList());
                    record.put("seed", HexFormat.of().formatHex(all.getT5()));
                    var subjects = new HashSet<>(all.getT6());
                    subjects.add(lot);
                    return written(record, subjects, all.getT8());
                });
    }

    private static Written written(Map<String, Object> record, Set<UUID> subjects, List<UUID> signers) {
        var bytes = JSON.writeValueAsString(record).getBytes(StandardCharsets.UTF_8);
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new Written(bytes, HexFormat.of().formatHex(digest), subjects, signers);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, Object> head(Opening opening, BegunStage stage, Instant now) {
        var record = new TreeMap<String, Object>();
        record.put("format", "goufu-opening/1");
        record.put("lot", opening.lot());
        record.put("purchase", opening.purchase());
        record.put("notice", opening.notice());
        record.put("title", opening.title());
        record.put("method", opening.method());
        record.put("least", opening.least());
        if (opening.isSecondRun()) record.put("secondRun", true);
        record.put("stage", stage.stage());
        record.put("begunAt", opening.begunAt().toString());
        record.put("begunBy", opening.begunName());
        record.put("releasedAt", stage.releasedAt().toString());
        record.put("openedAt", now.toString());
        if (stage.without() != null) record.put("without", stage.without());
        return record;
    }

    private Mono<Map<UUID, String>> groups(List<Recorded> recorded) {
        var ids = new HashSet<UUID>();
        recorded.forEach(bid -> ids.addAll(bid.actingFor()));
        return organizations.findAll(ids).collectMap(BodyProfile::id, BodyProfile::name);
    }

    private List<Map<String, Object>> written(
            List<Recorded> recorded, Map<UUID, String> groups, Map<UUID, Shown> agreements, Stage stage) {
        var written = new ArrayList<Map<String, Object>>();
        for (var bid : recorded) {
            var one = new TreeMap<String, Object>();
            one.put("place", bid.place());
            one.put("envelope", bid.envelope());
            one.put("body", bid.body());
            one.put("acceptedAt", bid.acceptedAt().toString());
            one.put("manifest", bid.digest());
            one.put("actingFor", named(bid.actingFor(), groups));
            one.put("outcome", bid.reason() == null ? "OPENED" : bid.reason().outcome());
            if (bid.reason() != null) reason(one, bid.reason());
            if (agreements.containsKey(bid.envelope()))
                one.put("consortium", RecordedAgreement.of(agreements.get(bid.envelope())));
            if (stage == Stage.ALL) price(one, bid);
            written.add(one);
        }
        return written;
    }

    private static List<Named> named(List<UUID> ids, Map<UUID, String> names) {
        return ids.stream().map(id -> new Named(id, names.getOrDefault(id, ""))).toList();
    }

    private static void reason(Map<String, Object> one, Reason reason) {
        one.put("reason", reason);
        one.put("article", reason.article());
    }

    /** With the key of the price, so that anybody can do the decryption again. */
    private void price(Map<String, Object> one, Recorded bid) {
        if (bid.price() == null || bid.priceKey() == null) return;
        var key = rest.unwrapped(bid.envelope(), AtRest.key(Contents.PRICE), bid.priceKey());
        JsonNode price = JSON.readTree(bid.price());
        one.put("price", price);
        one.put("priceKey", Base64.getUrlEncoder().withoutPadding().encodeToString(key));
    }

    private static List<Map<String, Object>> holders(List<Holder> holders, Set<String> given) {
        return holders.stream()
                .map(holder -> Map.<String, Object>of(
                        "group",
                        holder.group(),
                        "kid",
                        holder.kid(),
                        "name",
                        holder.name(),
                        "tookPart",
                        given.contains(holder.kid())))
                .<Map<String, Object>>map(TreeMap::new)
                .toList();
    }

    private static Map<String, Object> word(Word word) {
        var one = new TreeMap<String, Object>();
        one.put("at", word.at().toString());
        one.put("kind", word.kind());
        one.put("name", word.name());
        if (!word.words().isEmpty()) one.put("words", word.words());
        if (word.body() != null) one.put("body", word.body());
        return one;
    }
}
