package org.goufu.ledger.domain.tool;

import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.goufu.ledger.domain.Bundle;
import org.goufu.ledger.domain.BundleCheck;
import org.goufu.ledger.domain.Checkpoint;
import org.goufu.ledger.domain.Hash;
import org.goufu.ledger.domain.Proof;
import org.goufu.ledger.domain.Receipt;
import org.goufu.ledger.domain.Rederived;
import org.goufu.ledger.domain.SignedNote;
import org.goufu.ledger.domain.Verifier;

/** {@code java -jar goufu-verify.jar receipt|bundle|consistency|log …}: exits with 0 good, 1 tampered, 2 incomplete. */
public final class Main {
    private Main() {}

    public static void main(String... typed) throws InterruptedException {
        System.exit(run(System.out, typed).code());
    }

    /** The same without ending the program. */
    public static Outcome run(PrintStream out, String... typed) throws InterruptedException {
        Options options;
        try {
            options = Options.of(typed);
        } catch (IllegalArgumentException unknown) {
            var report = new Report(Locale.getDefault(), out);
            report.say("unknownOption", String.valueOf(unknown.getMessage()));
            return report.end(Outcome.INCOMPLETE);
        }
        var report = new Report(options.language(), out);
        try {
            return report.end(carryOut(options, report));
        } catch (IOException failure) {
            report.say("unreadable", failure.toString());
        } catch (IllegalArgumentException failure) {
            report.say("malformed", String.valueOf(failure.getMessage()));
        }
        return report.end(Outcome.INCOMPLETE);
    }

    private static Outcome carryOut(Options options, Report report) throws IOException, InterruptedException {
        var words = options.words();
        var command = words.isEmpty() ? "" : words.getFirst();
        boolean typed = switch (command) {
            case "receipt", "log" -> words.size() == 2;
            case "bundle" -> words.size() >= 2;
            case "consistency" -> words.size() == 4;
            default -> false;
        };
        if (!typed) {
            report.say("usage");
            return Outcome.INCOMPLETE;
        }
        var key = options.key();
        if (key.isEmpty()) {
            report.say("noKey");
            return Outcome.INCOMPLETE;
        }
        return switch (command) {
            case "receipt" -> receipt(words.get(1), key.get(), report);
            case "bundle" -> bundle(words.get(1), words.subList(2, words.size()), key.get(), report);
            case "consistency" -> consistency(words, key.get(), report);
            default -> new Monitor(URI.create(words.get(1)), key.get(), options.keep(), report).look();
        };
    }

    private static Outcome receipt(String file, Verifier key, Report report) throws IOException {
        var receipt = Receipt.read(Files.readString(Path.of(file)));
        return switch (receipt.check(key)) {
            case Receipt.Finding.Good(var head) -> {
                report.say("receipt.good", receipt.index() + 1, head.size());
                report.say("receipt.act", new String(receipt.act(), StandardCharsets.UTF_8));
                yield Outcome.GOOD;
            }
            case Receipt.Finding.Bad(var fault) -> {
                report.say("receipt." + fault);
                yield Outcome.TAMPERED;
            }
        };
    }

    /** @param kept files of receipts that must stand in it */
    private static Outcome bundle(String file, List<String> kept, Verifier key, Report report) throws IOException {
        var receipts = new ArrayList<Receipt>();
        for (var one : kept) receipts.add(Receipt.read(Files.readString(Path.of(one))));
        BundleCheck.Result result;
        try (var archive = Files.newInputStream(Path.of(file))) {
            result = BundleCheck.of(Bundle.read(archive), key, receipts);
        }
        result.findings().forEach(finding -> report.say("bundle." + finding.fault(), finding.where()));
        // Of a bundle that was tampered with nothing else is vouched for.
        if (result.isTampered()) return Outcome.TAMPERED;
        if (result.notices() > 0) report.say("bundle.seen", result.acts(), result.notices(), result.size());
        if (!result.isGood()) return Outcome.INCOMPLETE;
        rederived(result.rederived(), report);
        if (!receipts.isEmpty()) report.say("bundle.kept", receipts.size());
        report.say("bundle.limits");
        return Outcome.GOOD;
    }

    /** What else was derived again, as the page says it. */
    private static void rederived(Rederived found, Report report) {
        for (var box : found.boxes()) report.say("bundle.box", box.events(), box.bids());
        if (!found.bids().isEmpty()) report.say("bundle.prices", found.bids().size());
        for (var bid : found.bids()) report.say("bundle.price", bid.bidder(), hundredths(bid.totalFen()));
        for (var award : found.awards()) {
            report.say("bundle.draw", award.lot(), award.candidates());
            report.say(award.scored() ? "bundle.sheets" : "bundle.unscored", award.sheets());
            report.say("bundle.ranking", award.ranked());
            report.say(
                    award.scored() ? "bundle.award" : "bundle.awardByPrice",
                    award.lot(),
                    award.bidder(),
                    hundredths(award.priceFen()),
                    hundredths(award.total()));
        }
        for (var lot : found.elsewhere()) report.say("bundle.elsewhere", lot);
    }

    private static String hundredths(long amount) {
        return BigDecimal.valueOf(amount, 2).toPlainString();
    }

    private static Outcome consistency(List<String> words, Verifier key, Report report) throws IOException {
        var before = head(words.get(1), key);
        var after = head(words.get(2), key);
        if (before.isEmpty() || after.isEmpty()) {
            report.say("head.bad", before.isEmpty() ? words.get(1) : words.get(2));
            return Outcome.TAMPERED;
        }
        var path = Files.readString(Path.of(words.get(3)))
                .lines()
                .map(Hash::ofBase64)
                .toList();
        var old = before.get();
        var grown = after.get();
        if (!Proof.isConsistent(old.size(), old.root(), grown.size(), grown.root(), path)) {
            report.say("consistency.bad", old.size(), grown.size());
            return Outcome.TAMPERED;
        }
        report.say("consistency.good", old.size(), grown.size());
        return Outcome.GOOD;
    }

    private static Optional<Checkpoint> head(String file, Verifier key) throws IOException {
        return SignedNote.open(Files.readString(Path.of(file)), key)
                .map(Checkpoint::read)
                .filter(read -> read.origin().equals(key.name()));
    }
}
