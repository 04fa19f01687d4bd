package org.goufu.ledger.domain;

import static org.goufu.ledger.domain.SmallLedger.utf8;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** What a dishonest platform, or somebody on the way, may do to a bundle (security.md 6.4), and what the verifiers must say to it. */
enum Tampering implements Tampered {
    ENTRY_DELETED(BundleFault.HOLE, files -> without(files, files.middle.path(), files.middle.noticePath())),
    FIRST_ENTRY_DELETED(BundleFault.HOLE, files -> without(files, files.first.path(), files.first.noticePath())),
    ENTRY_DELETED_WITHOUT_ITS_NOTICE(BundleFault.NOTICE_UNENTERED, files -> without(files, files.middle.path())),
    ALL_ENTRIES_DELETED(BundleFault.NOTICE_UNENTERED, files -> {
        files.keySet().removeIf(path -> path.startsWith(Bundle.ENTRIES));
        return files;
    }),
    NOTICE_DELETED(BundleFault.NOTICE_MISSING, files -> without(files, files.middle.noticePath())),
    WHOLE_PURCHASE_SWAPPED(BundleFault.OTHER_PURCHASE, files -> {
        var other = files.ledger.purchase(3);
        var swapped = files.ledger.bundle(other);
        swapped.put(Bundle.HEADER, utf8(Bundle.header(files.purchase)));
        return files.with(swapped);
    }),
    ENTRY_OF_ANOTHER_PURCHASE_ADDED(BundleFault.OTHER_PURCHASE, files -> {
        var other = files.ledger.of(files.other).getFirst();
        files.put(other.path(), files.ledger.receipt(other, files.ledger.size(), files.note));
        files.put(other.noticePath(), utf8(other.text()));
        return files;
    }),
    NOTICE_TEXT_CHANGED(BundleFault.NOTICE_CHANGED, files -> edited(files, files.first.noticePath(), "试验街道", "别的街道")),
    NOTICE_DEADLINE_CHANGED(
            BundleFault.NOTICE_CHANGED, files -> edited(files, files.first.noticePath(), "2026-12", "2027-01")),
    NOTICE_SWAPPED_WITH_ANOTHER(BundleFault.NOTICE_CHANGED, files -> {
        files.put(files.first.noticePath(), utf8(files.middle.text()));
        return files;
    }),
    ONE_BIT_OF_A_NOTICE(BundleFault.NOTICE_CHANGED, files -> flipped(files, files.last.noticePath(), 40)),
    NOTICE_AND_ENTRY_CHANGED_TOGETHER(BundleFault.ENTRY, files -> {
        var text = files.first.text().replace("试验街道", "别的街道");
        files.put(files.first.noticePath(), utf8(text));
        var body = files.first.body().replace(SmallLedger.digest(files.first.text()), SmallLedger.digest(text));
        return rewritten(files, files.first, body, files.first.salt());
    }),
    ENTRY_REWRITTEN(
            BundleFault.ENTRY,
            files -> rewritten(
                    files, files.middle, files.middle.body().replace("2026-11", "2026-10"), files.middle.salt())),
    SALT_CHANGED(BundleFault.ENTRY, files -> rewritten(files, files.middle, files.middle.body(), files.first.salt())),
    ORDER_OF_ENTRIES_CHANGED(BundleFault.PLACE, files -> {
        var first = files.get(files.first.path());
        files.put(files.first.path(), files.get(files.middle.path()));
        files.put(files.middle.path(), first);
        return files;
    }),
    PLACE_CHANGED(BundleFault.ENTRY, files -> {
        var moved = files.text(files.middle.path())
                .replace("\nindex " + files.middle.index() + "\n", "\nindex " + (files.middle.index() + 1) + "\n");
        files.remove(files.middle.path());
        files.put(Bundle.entry(files.middle.index() + 1), utf8(moved));
        return files;
    }),
    PROOF_CHANGED(BundleFault.ENTRY, files -> {
        var receipt = Receipt.read(files.text(files.middle.path()));
        var path = new ArrayList<>(receipt.path());
        path.set(0, Hash.leaf(utf8("x")));
        var forged = new Receipt(receipt.index(), receipt.salt(), receipt.act(), path, receipt.note());
        files.put(files.middle.path(), utf8(forged.text()));
        return files;
    }),
    PROOF_CUT_SHORT(BundleFault.ENTRY, files -> {
        var receipt = Receipt.read(files.text(files.middle.path()));
        var path = receipt.path().subList(1, receipt.path().size());
        var forged = new Receipt(receipt.index(), receipt.salt(), receipt.act(), path, receipt.note());
        files.put(files.middle.path(), utf8(forged.text()));
        return files;
    }),
    RECEIPT_DAMAGED(BundleFault.RECEIPT, files -> edited(files, files.middle.path(), "c2sp.org", "c2sp.com")),
    NOTICE_THAT_WAS_NEVER_ENTERED(BundleFault.NOTICE_UNENTERED, files -> {
        files.put(Bundle.notice(files.ledger.id().toString()), utf8(files.ledger.text(files.purchase, "CORRECTION")));
        return files;
    }),
    SILENT_CANCEL(BundleFault.HOLE, files -> {
        var cancelled = files.ledger.publish(files.purchase, "TERMINATION");
        files.ledger.publish(files.purchase, "RESULT");
        return without(files.with(files.ledger.bundle(files.purchase)), cancelled.path(), cancelled.noticePath());
    }),
    SAME_NOTICE_ENTERED_TWICE(BundleFault.TWICE, files -> {
        files.ledger.publish(files.purchase, UUID.fromString(files.last.notice()), files.last.text(), Map.of());
        return files.with(files.ledger.bundle(files.purchase));
    }),
    SECOND_TEXT_UNDER_THE_SAME_NOTICE(BundleFault.TWICE, files -> {
        var text = files.last.text().replace("2026-12", "2027-02");
        files.ledger.publish(files.purchase, UUID.fromString(files.last.notice()), text, Map.of());
        return files.with(files.ledger.bundle(files.purchase));
    }),
    ENTERED_UNDER_ANOTHER_NUMBER(BundleFault.NOTICE_DIFFERS, files -> lied(files, "number", "510107-2026-000000")),
    ENTERED_WITH_AN_EARLIER_TIME(
            BundleFault.NOTICE_DIFFERS, files -> lied(files, "publishedAt", "2025-01-01T00:00:00Z")),
    ENTERED_AS_ANOTHER_KIND(BundleFault.NOTICE_DIFFERS, files -> lied(files, "type", "TERMINATION")),
    ENTERED_BEHIND_A_FORGED_PREDECESSOR(BundleFault.HOLE, files -> lied(files, "follows", "ab".repeat(32))),
    ENTERED_WITHOUT_ITS_PREDECESSOR(BundleFault.HOLE, files -> lied(files, "follows", " ")),
    HISTORY_FORKED(BundleFault.OTHER_HEAD, files -> {
        var fork = files.ledger.head(SmallLedger.ORIGIN, files.ledger.size(), Hash.leaf(utf8("fork")));
        files.put(Bundle.CHECKPOINT, utf8(fork));
        return files;
    }),
    HISTORY_FORKED_WITH_ALL_RECEIPTS(BundleFault.ENTRY, files -> {
        var fork = files.ledger.head(SmallLedger.ORIGIN, files.ledger.size(), Hash.leaf(utf8("fork")));
        return resigned(files, fork);
    }),
    LOG_TRUNCATED(BundleFault.ENTRY, files -> {
        int size = files.last.index();
        return resigned(files, files.ledger.head(SmallLedger.ORIGIN, size, files.ledger.root(size)));
    }),
    OLD_SIZE_SIGNED_AGAIN(BundleFault.ENTRY, files -> {
        int size = files.ledger.size();
        return resigned(files, files.ledger.head(SmallLedger.ORIGIN, size - 1, files.ledger.root(size)));
    }),
    SIZE_CHANGED_UNDER_THE_SIGNATURE(
            BundleFault.SIGNATURE,
            files -> edited(
                    files,
                    Bundle.CHECKPOINT,
                    "\n" + files.ledger.size() + "\n",
                    "\n" + (files.ledger.size() + 1) + "\n")),
    ONE_RECEIPT_UNDER_AN_OLDER_HEAD(BundleFault.OTHER_HEAD, files -> {
        int size = files.first.index() + 1;
        var older = files.ledger.head(SmallLedger.ORIGIN, size, files.ledger.root(size));
        files.put(files.first.path(), files.ledger.receipt(files.first, size, older));
        return files;
    }),
    HEAD_OF_ANOTHER_LEDGER(
            BundleFault.CHECKPOINT,
            files -> resigned(
                    files,
                    files.ledger.head(
                            "another.example.org/ledger",
                            files.ledger.size(),
                            files.ledger.root(files.ledger.size())))),
    SIGNED_TEXT_IS_NO_HEAD(
            BundleFault.CHECKPOINT,
            files -> resigned(files, SignedNote.sign("no head\n", files.ledger.verifier, files.ledger.key))),
    SIGNED_BY_ANOTHER_KEY(BundleFault.SIGNATURE, files -> {
        var impostor = new SmallLedger(4711);
        var text =
                new Checkpoint(SmallLedger.ORIGIN, files.ledger.size(), files.ledger.root(files.ledger.size())).text();
        files.put(Bundle.KEY, utf8(impostor.verifier.text()));
        return resigned(files, SignedNote.sign(text, impostor.verifier, impostor.key));
    }),
    SIGNATURE_REMOVED(BundleFault.SIGNATURE, files -> {
        var note = files.text(Bundle.CHECKPOINT);
        files.put(Bundle.CHECKPOINT, utf8(note.substring(0, note.indexOf("\n\n") + 2)));
        return files;
    }),
    HEADER_MISSING(BundleFault.FORMAT, files -> without(files, Bundle.HEADER)),
    FORMAT_OF_ANOTHER_VERSION(BundleFault.FORMAT, files -> edited(files, Bundle.HEADER, "bundle/1", "bundle/9")),
    NOTHING_IN_IT(BundleFault.EMPTY, files -> {
        files.keySet().removeIf(path -> path.startsWith(Bundle.ENTRIES) || path.startsWith(Bundle.NOTICES));
        return files;
    }),
    FILE_THAT_NOBODY_KNOWS(BundleFault.UNKNOWN, files -> {
        files.put("scores/1.json", utf8("{}"));
        return files;
    }),
    RECEIPT_WITHOUT_PADDING(
            BundleFault.RECEIPT,
            files -> edited(
                    files,
                    files.middle.path(),
                    hash(files, files.middle.path()),
                    hash(files, files.middle.path()).replace("=", ""))),
    STRAY_BITS_IN_A_RECEIPT(
            BundleFault.RECEIPT,
            files -> edited(
                    files,
                    files.middle.path(),
                    hash(files, files.middle.path()),
                    stray(hash(files, files.middle.path())))),
    SIGNATURE_WITHOUT_PADDING(BundleFault.SIGNATURE, files -> resigned(files, files.note.replaceFirst("=\n$", "\n"))),
    STRAY_BITS_IN_A_SIGNATURE(BundleFault.SIGNATURE, files -> resigned(files, stray(files.note) + "\n")),
    SIGNATURE_BEFORE_A_BLANK(BundleFault.SIGNATURE, files -> resigned(files, files.note.replaceFirst("=\n$", "= \n"))),
    SIGNATURE_BEFORE_A_CARRIAGE_RETURN(
            BundleFault.SIGNATURE, files -> resigned(files, files.note.replaceFirst("=\n$", "=\r\n"))),
    ROOT_WITHOUT_PADDING(
            BundleFault.CHECKPOINT,
            files -> resigned(
                    files,
                    SignedNote.sign(
                            files.note
                                    .substring(0, files.note.indexOf("\n\n") + 1)
                                    .replace("=\n", "\n"),
                            files.ledger.verifier,
                            files.ledger.key)));

    private final BundleFault fault;
    private final UnaryOperator<Files> deed;

    Tampering(BundleFault fault, UnaryOperator<Files> deed) {
        this.fault = fault;
        this.deed = deed;
    }

    /** A bundle of four notices, honest before the deed. */
    static final class Files extends TreeMap<String, byte[]> {
        private static final long serialVersionUID = 1;

        final transient SmallLedger ledger;
        final transient SmallLedger.Entered first;
        final transient SmallLedger.Entered middle;
        final transient SmallLedger.Entered last;
        final UUID other;
        final UUID purchase;
        final String note;

        Files(SmallLedger ledger) {
            this.ledger = ledger;
            ledger.others(9);
            this.other = ledger.purchase(2);
            this.purchase = ledger.purchase(4);
            ledger.others(3);
            var acts = ledger.of(purchase);
            this.first = acts.getFirst();
            this.middle = acts.get(1);
            this.last = acts.getLast();
            this.note = ledger.head();
            putAll(ledger.bundle(purchase));
        }

        String text(String path) {
            return new String(get(path), StandardCharsets.UTF_8);
        }

        Files with(Map<String, byte[]> others) {
            clear();
            putAll(others);
            return this;
        }
    }

    @Override
    public BundleFault fault() {
        return fault;
    }

    @Override
    public TreeMap<String, byte[]> of(SmallLedger ledger) {
        return deed.apply(new Files(ledger));
    }

    private static Files without(Files files, String... paths) {
        Arrays.asList(paths).forEach(files::remove);
        return files;
    }

    private static Files edited(Files files, String path, String from, String to) {
        var text = files.text(path);
        if (!text.contains(from)) throw new IllegalStateException(from + " is not in " + path);
        files.put(path, utf8(text.replace(from, to)));
        return files;
    }

    /** The first of a receipt's path. */
    private static String hash(Files files, String path) {
        return files.text(path).split("\n")[3];
    }

    /** The same bytes by a decoder that does not mind: two bits of the last letter belong to none. */
    private static String stray(String written) {
        var letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        var plain = written.stripTrailing();
        int last = letters.indexOf(plain.charAt(plain.length() - 2));
        return plain.substring(0, plain.length() - 2) + letters.charAt(last ^ 1) + "=";
    }

    private static Files flipped(Files files, String path, int at) {
        files.get(path)[at] ^= 1;
        return files;
    }

    private static Files rewritten(Files files, SmallLedger.Entered act, String body, byte[] salt) {
        var receipt = Receipt.read(files.text(act.path()));
        var forged = new Receipt(receipt.index(), salt, utf8(body), receipt.path(), receipt.note());
        files.put(act.path(), utf8(forged.text()));
        return files;
    }

    /** An operator who lies in the ledger itself. */
    private static Files lied(Files files, String name, String value) {
        var text = files.ledger.text(files.purchase, "CORRECTION");
        files.ledger.publish(files.purchase, files.ledger.id(), text, Map.of(name, value));
        return files.with(files.ledger.bundle(files.purchase));
    }

    private static Files resigned(Files files, String note) {
        files.put(Bundle.CHECKPOINT, utf8(note));
        for (var act : files.ledger.of(files.purchase)) {
            var receipt = Receipt.read(files.text(act.path()));
            var forged = new Receipt(receipt.index(), receipt.salt(), receipt.act(), receipt.path(), note);
            files.put(act.path(), utf8(forged.text()));
        }
        return files;
    }
}
