package org.goufu.ledger.domain;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Derives everything in a bundle again, trusting one key and nothing that the bundle says of itself. */
public final class BundleCheck {
    private static final Set<String> PLAIN = Set.of(Bundle.HEADER, Bundle.KEY, Bundle.CHECKPOINT);

    private final Bundle bundle;
    private final Verifier trusted;
    private final List<Receipt> kept;
    private final List<Finding> findings = new ArrayList<>();
    private String purchase = "";
    private Rederived rederived = new Rederived(List.of(), List.of(), List.of(), List.of());

    private BundleCheck(Bundle bundle, Verifier trusted, List<Receipt> kept) {
        this.bundle = bundle;
        this.trusted = trusted;
        this.kept = List.copyOf(kept);
    }

    /** @param where a path in the bundle, or the place of a receipt that was kept */
    public record Finding(BundleFault fault, String where) {}

    /** What a good bundle shows. */
    public record Result(List<Finding> findings, long size, int acts, int notices, Rederived rederived) {
        public Result {
            findings = List.copyOf(findings);
        }

        public boolean isGood() {
            return findings.isEmpty();
        }

        public boolean isTampered() {
            return findings.stream().anyMatch(finding -> !finding.fault().isIncomplete());
        }
    }

    public static Result of(Bundle bundle, Verifier trusted) {
        return of(bundle, trusted, List.of());
    }

    /** @param kept receipts that somebody got when the acts were done: they must stand in the bundle */
    public static Result of(Bundle bundle, Verifier trusted, List<Receipt> kept) {
        return new BundleCheck(bundle, trusted, kept).result();
    }

    private Result result() {
        var header = bundle.text(Bundle.HEADER).map(Json::members).orElse(Map.of());
        purchase = Json.text(header, "purchase").orElse("");
        if (!Bundle.FORMAT.equals(header.get("format")) || purchase.isEmpty()) {
            return found(BundleFault.FORMAT, Bundle.HEADER).result(0, 0, 0);
        }
        var note = bundle.text(Bundle.CHECKPOINT).orElse("");
        var signed = SignedNote.open(note, trusted);
        if (signed.isEmpty())
            return found(BundleFault.SIGNATURE, Bundle.CHECKPOINT).result(0, 0, 0);
        var head = Receipt.head(signed.get(), trusted);
        if (head.isEmpty())
            return found(BundleFault.CHECKPOINT, Bundle.CHECKPOINT).result(0, 0, 0);
        var acts = acts(note);
        if (acts.isEmpty() && findings.isEmpty()) found(BundleFault.EMPTY, Bundle.ENTRIES);
        chain(acts.stream()
                .filter(act -> !Kinds.UNCHAINED.contains(act.saying("kind")))
                .toList());
        chainsOfNobody(acts);
        int notices = notices(acts);
        var texts = new CallTexts(bundle, acts);
        var boxes = new BoxCheck(bundle, acts, texts, this::found);
        var heads = new BundledHeads(bundle, trusted, head.get(), this::found);
        var evaluations = new EvaluationCheck(bundle, acts, texts, heads, this::found);
        var looked = new HashSet<>(new KeysetCheck(bundle, acts, texts, this::found).check());
        looked.addAll(boxes.check());
        looked.addAll(evaluations.check());
        new ResultCheck(acts, texts).check(evaluations.awards(), this::found);
        new KeptCheck(purchase, acts, head.get().size(), trusted).check(kept, this::found);
        files(looked);
        var elsewhere = new ElsewhereCheck(bundle, acts, this::found).check();
        rederived = new Rederived(boxes.boxes(), boxes.bids(), evaluations.awards(), elsewhere);
        return result(head.get().size(), acts.size(), notices);
    }

    private List<Entered> acts(String note) {
        var acts = new ArrayList<Entered>();
        for (var path : under(Bundle.ENTRIES)) {
            entered(path, note).ifPresent(acts::add);
        }
        acts.sort(Comparator.comparingLong(act -> act.receipt().index()));
        var seen = new HashSet<String>();
        for (var act : acts) {
            if (!seen.add(Kinds.deed(act))) found(BundleFault.TWICE, act.path());
        }
        return acts;
    }

    private Optional<Entered> entered(String path, String note) {
        Receipt receipt;
        try {
            receipt = Receipt.read(bundle.text(path).orElse(""));
        } catch (IllegalArgumentException unreadable) {
            found(BundleFault.RECEIPT, path);
            return Optional.empty();
        }
        if (!path.equals(Bundle.entry(receipt.index()))) found(BundleFault.PLACE, path);
        if (!receipt.note().equals(note)) found(BundleFault.OTHER_HEAD, path);
        else if (receipt.check(trusted) instanceof Receipt.Finding.Bad) found(BundleFault.ENTRY, path);
        var act = Entered.of(path, receipt);
        boolean others = !act.saying("purchase").equals(purchase) && !Kinds.OF_NOBODY.contains(act.saying("kind"));
        if (others) found(BundleFault.OTHER_PURCHASE, path);
        return Optional.of(act);
    }

    /** Each open act names the one before it; only what was entered before acts did so has no such name. */
    private void chain(List<Entered> acts) {
        var before = "";
        boolean chained = false;
        for (var act : acts) {
            var follows = Json.text(act.said(), "follows");
            if (chained || follows.isPresent()) {
                chained = true;
                if (!follows.equals(Optional.of(before))) found(BundleFault.HOLE, act.path());
            }
            before = act.commitment();
        }
    }

    private void chainsOfNobody(List<Entered> acts) {
        acts.stream()
                .filter(act -> Kinds.OF_NOBODY.contains(act.saying("kind")))
                .collect(Collectors.groupingBy(act -> act.saying("subject"), TreeMap::new, Collectors.toList()))
                .values()
                .forEach(this::chain);
    }

    private int notices(List<Entered> acts) {
        var entered = new HashSet<String>();
        int good = 0;
        for (var act : acts) {
            if (!Kinds.KNOWN.contains(act.saying("kind"))) found(BundleFault.UNKNOWN, act.path());
            if (!CallTexts.isNotice(act)) continue;
            var path = Bundle.notice(act.saying("subject"));
            entered.add(path);
            var text = bundle.files().get(path);
            if (text == null) found(BundleFault.NOTICE_MISSING, path);
            else if (!HexFormat.of().formatHex(Hash.sha256(text)).equals(act.saying("digest"))) {
                found(BundleFault.NOTICE_CHANGED, path);
            } else if (!agrees(act, Json.members(new String(text, StandardCharsets.UTF_8)))) {
                found(BundleFault.NOTICE_DIFFERS, path);
            } else good++;
        }
        for (var path : under(Bundle.NOTICES)) {
            if (!entered.contains(path)) found(BundleFault.NOTICE_UNENTERED, path);
        }
        return good;
    }

    /** The kind was not yet entered with the earliest notices. */
    private boolean agrees(Entered act, Map<String, Object> notice) {
        return Json.text(notice, "number").orElse("").equals(act.saying("number"))
                && Json.text(notice, "publishedAt").orElse("").equals(act.saying("publishedAt"))
                && Json.text(notice, "purchaseId").orElse("").equals(purchase)
                && (!act.said().containsKey("type")
                        || Json.text(notice, "type").orElse("").equals(act.saying("type")))
                && (!act.is(CallTexts.CORRECTED) || corrects(act, notice));
    }

    private static boolean corrects(Entered act, Map<String, Object> notice) {
        var before = Json.object(notice, "corrects").flatMap(one -> Json.text(one, "digest"));
        return before.orElse("").equals(act.saying("corrects"))
                && Json.text(notice, "deadline").orElse("").equals(act.saying("deadline"));
    }

    private void files(Set<String> looked) {
        for (var path : bundle.files().keySet()) {
            boolean known = PLAIN.contains(path) || path.startsWith(Bundle.ENTRIES) || path.startsWith(Bundle.NOTICES);
            if (!known && !looked.contains(path)) found(BundleFault.UNKNOWN, path);
        }
    }

    private List<String> under(String folder) {
        return bundle.files().keySet().stream()
                .filter(path -> path.startsWith(folder))
                .sorted()
                .toList();
    }

    private BundleCheck found(BundleFault fault, String where) {
        findings.add(new Finding(fault, where));
        return this;
    }

    private Result result(long size, int acts, int notices) {
        return new Result(findings, size, acts, notices, rederived);
    }
}
