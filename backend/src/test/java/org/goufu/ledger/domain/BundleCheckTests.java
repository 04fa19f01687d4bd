package org.goufu.ledger.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every tampering is named, and no honest bundle is suspected.
 *
 * <p>The browser's own core reads the same bundles from a file, which is written anew with {@code -Dgoufu.vectors.write}.
 */
class BundleCheckTests {
    private static final Path FILE = Path.of("src/test/resources/ledger/bundles.json.gz");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int HONEST = 200;
    private static final long SEED = 6962;

    /**
     * @param kept receipts against which it is held
     * @param findings each a fault and where it is
     */
    record Shown(String name, String zip, List<String> kept, List<String> findings) {}

    record Vectors(String key, List<Shown> bundles) {}

    static Stream<Tampered> tamperings() {
        return Stream.<Tampered[]>of(
                        Tampering.values(),
                        BoxTampering.values(),
                        HolderTampering.values(),
                        SignerTampering.values(),
                        MemberTampering.values(),
                        EvaluationTampering.values(),
                        PanelTampering.values(),
                        LowPriceTampering.values(),
                        AwardTampering.values(),
                        KeptTampering.values())
                .flatMap(Arrays::stream);
    }

    @ParameterizedTest
    @MethodSource("tamperings")
    void namesTheTampering(Tampered tampering) throws IOException {
        var ledger = new SmallLedger(SEED);
        var result = BundleCheck.of(
                read(zipped(tampering.of(ledger))), ledger.verifier, receipts(tampering.kept(new SmallLedger(SEED))));
        assertThat(result.findings()).extracting(BundleCheck.Finding::fault).contains(tampering.fault());
        assertThat(result.isTampered()).isEqualTo(!tampering.fault().isIncomplete());
    }

    /** Whoever kept nothing cannot tell. */
    @ParameterizedTest
    @EnumSource
    void aLedgerThatWasRewrittenWhollyAgreesWithItself(KeptTampering tampering) throws IOException {
        var ledger = new SmallLedger(SEED);
        assertThat(BundleCheck.of(read(zipped(tampering.of(ledger))), ledger.verifier)
                        .findings())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void namesTheTamperingWithMembersAndNothingElse(MemberTampering tampering) throws IOException {
        var ledger = new SmallLedger(SEED);
        var result = BundleCheck.of(read(zipped(tampering.of(ledger))), ledger.verifier);
        assertThat(result.findings())
                .extracting(BundleCheck.Finding::fault)
                .isNotEmpty()
                .containsOnly(tampering.fault());
    }

    /** Of a lot with too few bids only the seal is known. */
    @Test
    void aBoxThatWasNotOpenedTellsNothing() throws IOException {
        var ledger = new SmallLedger(SEED);
        var box = new SmallBox(ledger, ledger.purchase(1));
        box.sealed(1);
        ledger.act(
                box.purchase,
                Map.of("bids", 1, "kind", "OPENED", "least", 3, "lot", box.lot, "stage", "NONE", "subject", box.lot));
        assertThat(BundleCheck.of(read(zipped(ledger.bundle(box.purchase))), ledger.verifier)
                        .findings())
                .isEmpty();
    }

    @Test
    void suspectsNoHonestBundle() throws IOException {
        for (int i = 0; i < HONEST; i++) {
            var ledger = new SmallLedger(SEED);
            var bundle = honest(ledger, i);
            assertThat(BundleCheck.of(read(zipped(bundle)), ledger.verifier).findings())
                    .as("honest bundle %d", i)
                    .isEmpty();
        }
    }

    /** With ratios that the notice raised, those below them were asked, and believed. */
    @Test
    void lowPricesThatWereAskedAboutAreGood() throws IOException {
        assertThat(BundleCheck.of(read(zipped(askedAbout(new SmallLedger(SEED)))), new SmallLedger(SEED).verifier)
                        .findings())
                .isEmpty();
    }

    private static Map<String, byte[]> askedAbout(SmallLedger ledger) {
        ledger.others(3);
        var evaluation = SmallEvaluation.of(ledger)
                .under(16_000_000)
                .calledWith("{\"ofAverage\":50,\"ofCeiling\":65,\"ofSecond\":50}")
                .drawn()
                .scored();
        for (var bid : evaluation.box.standing.values()) {
            evaluation.asked(
                    bid.envelope(),
                    SmallEvaluation.IN_TIME.replace("\"D\"", "\"D\",\"C\"") + ",\"accepted\":true,\"explained\":true");
        }
        evaluation.awarded();
        return ledger.bundle(evaluation.box.purchase);
    }

    /** Who said nothing until the time to explain had passed may be found not to have explained. */
    @Test
    void silenceCountsWhenTheTimeToExplainHasPassed() throws IOException {
        assertThat(BundleCheck.of(read(zipped(silent(new SmallLedger(SEED)))), new SmallLedger(SEED).verifier)
                        .findings())
                .isEmpty();
    }

    private static Map<String, byte[]> silent(SmallLedger ledger) {
        return LowPriceTampering.silenced(
                SmallEvaluation.of(ledger), SmallEvaluation.IN_TIME + SmallEvaluation.FOUND_LATE);
    }

    /** All found the same where all must. */
    @Test
    void objectivePointsThatAgreeAreGood() throws IOException {
        assertThat(BundleCheck.of(read(zipped(alike(new SmallLedger(SEED)))), new SmallLedger(SEED).verifier)
                        .findings())
                .isEmpty();
    }

    private static Map<String, byte[]> alike(SmallLedger ledger) {
        var evaluation = SmallEvaluation.of(ledger).objective().drawn();
        for (int seat = 1; seat <= 3; seat++) evaluation.sign(seat, 1, 6_000);
        evaluation.revealed();
        evaluation.awarded();
        return TamperedEvaluation.handedOut(evaluation);
    }

    /** Prices last, as the call says. */
    @Test
    void pricesThatAreOpenedWhenAllElseIsScored() throws IOException {
        assertThat(BundleCheck.of(read(zipped(inStages(new SmallLedger(SEED)))), new SmallLedger(SEED).verifier)
                        .findings())
                .isEmpty();
    }

    private static Map<String, byte[]> inStages(SmallLedger ledger) {
        var evaluation = SmallEvaluation.of(ledger).staged().called();
        evaluation.openedInPart().drawn().scored();
        evaluation.box.opened();
        evaluation.awarded();
        return TamperedEvaluation.handedOut(evaluation);
    }

    /** Every act of which somebody kept a receipt is there as it was. */
    @Test
    void receiptsThatWereKeptStandInTheBundle() throws IOException {
        assertThat(BundleCheck.of(
                                read(zipped(kept(new SmallLedger(SEED)))),
                                new SmallLedger(SEED).verifier,
                                receipts(allKept()))
                        .findings())
                .isEmpty();
        assertThat(allKept()).hasSizeGreaterThan(10);
    }

    private static Map<String, byte[]> kept(SmallLedger ledger) {
        ledger.others(5);
        return TamperedBox.opened(new SmallBox(ledger, ledger.purchase(1)).filled());
    }

    private static List<String> allKept() {
        var ledger = new SmallLedger(SEED);
        ledger.others(5);
        return KeptTampering.all(new SmallBox(ledger, ledger.purchase(1)));
    }

    /** Places and points stay as they are. */
    @Test
    void theNextIsAwardedWhereTheFirstWasPassedOver() throws IOException {
        assertThat(BundleCheck.of(read(zipped(passedOver(new SmallLedger(SEED)))), new SmallLedger(SEED).verifier)
                        .findings())
                .isEmpty();
    }

    private static Map<String, byte[]> passedOver(SmallLedger ledger) {
        ledger.others(3);
        var evaluation = SmallEvaluation.of(ledger).drawn().scored();
        evaluation.awarded(SmallEvaluation.passedOver(evaluation.places().getFirst()), Map.of());
        return ledger.bundle(evaluation.box.purchase);
    }

    /** There is nothing to derive again, and the verifier says so. */
    @Test
    void ofALotThatWasDecidedElsewhereThereAreNoticesAlone() throws IOException {
        var result = BundleCheck.of(read(zipped(elsewhere(new SmallLedger(SEED)))), new SmallLedger(SEED).verifier);
        assertThat(result.findings()).isEmpty();
        assertThat(result.rederived().elsewhere()).containsExactly("社工站");
        assertThat(result.rederived().bids()).isEmpty();
    }

    private static Map<String, byte[]> elsewhere(SmallLedger ledger) {
        var purchase = ledger.purchase(1);
        ledger.decidedElsewhere(purchase, ledger.id().toString());
        return ledger.bundle(purchase);
    }

    /** Judged as the call says, one of the two out at its ceiling. */
    @Test
    void onTheTermsOfTheCallAndUnderItsCeiling() throws IOException {
        assertThat(BundleCheck.of(read(zipped(underCeiling(new SmallLedger(SEED)))), new SmallLedger(SEED).verifier)
                        .findings())
                .isEmpty();
    }

    private static Map<String, byte[]> underCeiling(SmallLedger ledger) {
        ledger.others(4);
        var box = new SmallBox(ledger, ledger.purchase(1)).filled();
        var evaluation = new SmallEvaluation(box).ofAnyNumber().under(9_250_000).called();
        box.sealed();
        box.opened(SmallBox.firstOverCeiling(box.record(List.copyOf(box.standing.values()))));
        evaluation.drawn().scored().awarded();
        return ledger.bundle(box.purchase);
    }

    /** The record of the small box says that two sufficed. */
    @Test
    void twoSufficeInASecondRun() throws IOException {
        assertThat(BundleCheck.of(read(zipped(secondRun(new SmallLedger(SEED)))), new SmallLedger(SEED).verifier)
                        .findings())
                .isEmpty();
    }

    private static Map<String, byte[]> secondRun(SmallLedger ledger) {
        var box = new SmallBox(ledger, ledger.purchase(1)).compared(true).filled();
        box.sealed();
        box.opened();
        return ledger.bundle(box.purchase);
    }

    /** What was given before a correction answers the text of before, and the box is sealed by the deadline of the last. */
    @Test
    void bidsAnswerTheTextThatHeldWhenTheyWereGiven() throws IOException {
        assertThat(BundleCheck.of(read(zipped(corrected(new SmallLedger(SEED)))), new SmallLedger(SEED).verifier)
                        .findings())
                .isEmpty();
    }

    private static Map<String, byte[]> corrected(SmallLedger ledger) {
        var purchase = ledger.purchase(1);
        var box = new SmallBox(ledger, purchase, SmallHolders.aboveLimit(ledger, purchase)).frozen();
        box.called("{\"id\":\"" + box.lot + "\"}", "\"method\":\"CONSULTATION\"", "2026-12-08T02:00:00Z")
                .filled()
                .corrected("2026-12-09T02:00:00Z");
        box.submit(ledger.id().toString(), 9_100_000);
        box.corrected(SmallBox.CALLED).submit(ledger.id().toString(), 9_000_000);
        box.sealed();
        box.opened();
        return ledger.bundle(box.purchase);
    }

    /** What was given before a replacement is sealed to those of before, and stays so. */
    @Test
    void bidsAreSealedToThoseWhoHeldWhenTheyWereGiven() throws IOException {
        assertThat(BundleCheck.of(read(zipped(replaced(new SmallLedger(SEED)))), new SmallLedger(SEED).verifier)
                        .findings())
                .isEmpty();
    }

    private static Map<String, byte[]> replaced(SmallLedger ledger) {
        var box = new SmallBox(ledger, ledger.purchase(1)).filled();
        box.replaced().submit(ledger.id().toString(), 9_100_000);
        box.replaced().submit(ledger.id().toString(), 9_000_000);
        box.sealed();
        box.opened();
        return ledger.bundle(box.purchase);
    }

    /** What was signed by a panel that was formed anew, or in a seat before it changed hands, stays in the ledger and does not count. */
    @Test
    void seatsThatChangeHandsGoToTheNext() throws IOException {
        assertThat(BundleCheck.of(read(zipped(passedOn(new SmallLedger(SEED)))), new SmallLedger(SEED).verifier)
                        .findings())
                .isEmpty();
    }

    private static Map<String, byte[]> passedOn(SmallLedger ledger) {
        var evaluation = SmallEvaluation.of(ledger);
        evaluation.requested(ledger.id().toString(), Map.of("seats", 3));
        evaluation.sign(2, 5, 5_000);
        evaluation.drawn().passed(3);
        evaluation.sign(1, 1, 5_000);
        evaluation.sign(1, 3, 5_100);
        evaluation.passed(1).passed(3).scored().awarded();
        return ledger.bundle(evaluation.box.purchase);
    }

    /** Points of a panel with a member who was related to a bidder were seen, and another panel was drawn. */
    @Test
    void aPanelThatWasFormedAnewAfterItsPointsWereSeen() throws IOException {
        assertThat(BundleCheck.of(read(zipped(renewed(new SmallLedger(SEED)))), new SmallLedger(SEED).verifier)
                        .findings())
                .isEmpty();
    }

    private static Map<String, byte[]> renewed(SmallLedger ledger) {
        var evaluation = SmallEvaluation.of(ledger);
        evaluation.requested(ledger.id().toString(), Map.of("seats", 3));
        for (int seat = 1; seat <= 3; seat++) evaluation.sign(seat, 1, 5_000);
        evaluation.revealed();
        evaluation.drawn().scored().awarded();
        return ledger.bundle(evaluation.box.purchase);
    }

    /** Who had it and who took it, older results do not say. */
    @Test
    void anOlderResultSaysLessOfSeatsThatChangedHands() throws IOException {
        var ledger = new SmallLedger(SEED);
        var evaluation = SmallEvaluation.of(ledger).drawnLongAgo().scored();
        evaluation.awarded();
        assertThat(BundleCheck.of(read(zipped(ledger.bundle(evaluation.box.purchase))), ledger.verifier)
                        .findings())
                .isEmpty();
    }

    /** Below the purchase limit a supervisor is there where the department wished it. */
    @Test
    void aSupervisorMayBeThere() throws IOException {
        assertThat(BundleCheck.of(read(zipped(supervised(new SmallLedger(SEED)))), new SmallLedger(SEED).verifier)
                        .findings())
                .isEmpty();
    }

    private static Map<String, byte[]> supervised(SmallLedger ledger) {
        var purchase = ledger.purchase(1);
        var holders = SmallHolders.belowLimit(ledger, purchase).with("supervision", 1, 1);
        var box =
                new SmallBox(ledger, purchase, holders).frozen().compared(true).filled();
        box.sealed();
        box.opened();
        return ledger.bundle(purchase);
    }

    /** What was frozen before the ledger knew of keysets was entered later than bids were given. */
    @Test
    void earlierKeysetsMayBeEnteredLater() throws IOException {
        assertThat(BundleCheck.of(read(zipped(earlier(new SmallLedger(SEED)))), new SmallLedger(SEED).verifier)
                        .findings())
                .isEmpty();
    }

    private static Map<String, byte[]> earlier(SmallLedger ledger) {
        var purchase = ledger.purchase(1);
        var box = new SmallBox(ledger, purchase, SmallHolders.aboveLimit(ledger, purchase)).consulted();
        box.sealedTo(box.holders.document()).filled().entered(Map.of("earlier", true));
        box.sealed();
        box.opened();
        return ledger.bundle(purchase);
    }

    /** Before acts of keys named their predecessors nobody could tell whether one was left out. */
    @Test
    void olderActsOfKeysNameNone() throws IOException {
        assertThat(BundleCheck.of(read(zipped(unnamed(new SmallLedger(SEED)))), new SmallLedger(SEED).verifier)
                        .findings())
                .isEmpty();
    }

    private static Map<String, byte[]> unnamed(SmallLedger ledger) {
        ledger.namesActsOfNobody = false;
        var box = new SmallBox(ledger, ledger.purchase(1)).filled();
        ledger.namesActsOfNobody = true;
        box.replaced().submit(ledger.id().toString(), 9_100_000);
        box.sealed();
        box.opened();
        return ledger.bundle(box.purchase);
    }

    /** What a key signed while it held stays signed; one that was entered as of before signs as any other from then on. */
    @Test
    void keysMayBeRevokedLaterAndBeOlderThanTheLedgersKnowledge() throws IOException {
        assertThat(BundleCheck.of(read(zipped(signed(new SmallLedger(SEED)))), new SmallLedger(SEED).verifier)
                        .findings())
                .isEmpty();
    }

    private static Map<String, byte[]> signed(SmallLedger ledger) {
        var box = new SmallBox(ledger, ledger.purchase(1)).filled();
        var body = ledger.id().toString();
        box.signers.enrolled(box.signers.as(body, SmallSigner.made(ledger)), body, Map.of("earlier", true));
        box.submit(body, 9_100_000);
        box.signers.revoked(box.signers.of(body), body);
        var other = box.standing.keySet().iterator().next();
        box.sealed();
        box.opened();
        box.signers.revoked(box.signers.of(other), other);
        return ledger.bundle(box.purchase);
    }

    /** Until the deadline a member may sign anew, by a key that came after the bid; and end the one that it signed with. */
    @Test
    void keysOfMembersMayComeAndGoAfterTheBid() throws IOException {
        assertThat(BundleCheck.of(read(zipped(agreed(new SmallLedger(SEED)))), new SmallLedger(SEED).verifier)
                        .findings())
                .isEmpty();
    }

    private static Map<String, byte[]> agreed(SmallLedger ledger) {
        var box = new SmallBox(ledger, ledger.purchase(1)).filled();
        var keys = new TreeMap<String, SmallSigner>();
        var lead = ledger.id().toString();
        box.event(
                "BID_SUBMITTED",
                box.together(lead, 9_150_000, member -> keys.computeIfAbsent(member, one -> SmallSigner.made(ledger))),
                box.moment());
        keys.forEach((member, key) -> {
            box.signers.enrolled(box.signers.as(member, key), member, Map.of());
            box.signers.using(member);
            box.signers.revoked(key, member);
        });
        box.sealed();
        box.opened();
        return ledger.bundle(box.purchase);
    }

    @Test
    void anOlderBundleWhoseEntriesNameNoPredecessorIsGood() throws IOException {
        var ledger = new SmallLedger(SEED);
        var purchase = ledger.id();
        for (int i = 0; i < 3; i++) {
            ledger.publish(purchase, ledger.id(), ledger.text(purchase, "CORRECTION"), Map.of("follows", " "));
        }
        assertThat(BundleCheck.of(read(zipped(ledger.bundle(purchase))), ledger.verifier)
                        .findings())
                .isEmpty();
        ledger.publish(purchase, "RESULT");
        assertThat(BundleCheck.of(read(zipped(ledger.bundle(purchase))), ledger.verifier)
                        .findings())
                .isEmpty();
    }

    @Test
    void theBrowserReadsTheSameBundles() throws IOException {
        var made = made();
        if (System.getProperty("goufu.vectors.write") != null) write(made);
        try (var in = new GZIPInputStream(Files.newInputStream(FILE))) {
            assertThat(JSON.readValue(in, Vectors.class)).isEqualTo(made);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "PK\u0003\u0004"})
    void whatIsNoArchiveIsNotReadAsOne(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> read(SmallLedger.utf8(text)));
    }

    private static Vectors made() throws IOException {
        var shown = new ArrayList<Shown>();
        var key = new SmallLedger(SEED).verifier;
        for (var tampering : tamperings().toList()) {
            var kept = tampering.kept(new SmallLedger(SEED));
            shown.add(shown(tampering.name(), tampering.of(new SmallLedger(SEED)), kept, key));
        }
        for (int i = 0; i < HONEST; i++) shown.add(shown("HONEST " + i, honest(new SmallLedger(SEED), i), key));
        shown.add(shown("HONEST SECOND RUN", secondRun(new SmallLedger(SEED)), key));
        shown.add(shown("HONEST LOW PRICES", askedAbout(new SmallLedger(SEED)), key));
        shown.add(shown("HONEST NEXT CANDIDATE", passedOver(new SmallLedger(SEED)), key));
        shown.add(shown("HONEST CORRECTION", corrected(new SmallLedger(SEED)), key));
        shown.add(shown("HONEST REPLACEMENT OF HOLDERS", replaced(new SmallLedger(SEED)), key));
        shown.add(shown("HONEST SEATS PASSED ON", passedOn(new SmallLedger(SEED)), key));
        shown.add(shown("HONEST PANEL FORMED ANEW", renewed(new SmallLedger(SEED)), key));
        shown.add(shown("HONEST DECIDED ELSEWHERE", elsewhere(new SmallLedger(SEED)), key));
        shown.add(shown("HONEST CEILING", underCeiling(new SmallLedger(SEED)), key));
        shown.add(shown("HONEST SUPERVISION", supervised(new SmallLedger(SEED)), key));
        shown.add(shown("HONEST EARLIER HOLDERS", earlier(new SmallLedger(SEED)), key));
        shown.add(shown("HONEST OLDER ACTS OF KEYS", unnamed(new SmallLedger(SEED)), key));
        shown.add(shown("HONEST KEYS THAT CAME AND WENT", signed(new SmallLedger(SEED)), key));
        shown.add(shown("HONEST KEYS OF MEMBERS THAT CAME AND WENT", agreed(new SmallLedger(SEED)), key));
        shown.add(shown("HONEST OBJECTIVE ITEM", alike(new SmallLedger(SEED)), key));
        shown.add(shown("HONEST SILENCE", silent(new SmallLedger(SEED)), key));
        shown.add(shown("HONEST STAGES", inStages(new SmallLedger(SEED)), key));
        shown.add(shown("HONEST RECEIPTS", kept(new SmallLedger(SEED)), allKept(), key));
        return new Vectors(key.text(), shown);
    }

    /** One of many purchases: with one to five notices, in ledgers of many sizes. */
    private static Map<String, byte[]> honest(SmallLedger ledger, int round) {
        ledger.others(round % 40);
        var purchase = ledger.purchase(round % 4 == 3 ? 1 : 1 + round % 5);
        ledger.others(round / 7);
        if (round % 4 == 3) {
            var box = new SmallBox(ledger, purchase).filled();
            box.sealed();
            ledger.others(round % 3);
            box.opened();
            if (round % 16 == 7) new SmallEvaluation(box).drawn().scored().awarded();
            if (round % 16 == 15) new SmallEvaluation(box).byPrice().drawn().awarded();
        }
        return ledger.bundle(purchase);
    }

    private static Shown shown(String name, Map<String, byte[]> files, Verifier key) throws IOException {
        return shown(name, files, List.of(), key);
    }

    private static Shown shown(String name, Map<String, byte[]> files, List<String> kept, Verifier key)
            throws IOException {
        var zip = zipped(files);
        var findings = BundleCheck.of(read(zip), key, receipts(kept)).findings().stream()
                .map(finding -> finding.fault() + " " + finding.where())
                .sorted()
                .toList();
        return new Shown(name, Base64.getEncoder().encodeToString(zip), kept, findings);
    }

    private static void write(Vectors vectors) throws IOException {
        try (var out = new GZIPOutputStream(Files.newOutputStream(FILE))) {
            out.write(JSON.writeValueAsBytes(vectors));
        }
    }

    private static List<Receipt> receipts(List<String> texts) {
        return texts.stream().map(Receipt::read).toList();
    }

    private static Bundle read(byte[] zip) throws IOException {
        return Bundle.read(new ByteArrayInputStream(zip));
    }

    static byte[] zipped(Map<String, byte[]> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                var entry = new ZipEntry(file.getKey());
                entry.setTime(0);
                // Not compressed: the same bytes whatever compresses on this machine.
                var checksum = new CRC32();
                checksum.update(file.getValue());
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(file.getValue().length);
                entry.setCrc(checksum.getValue());
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
