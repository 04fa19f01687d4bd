package org.goufu.ledger.domain;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who opens the bids of a {@link SmallBox}: their keys in the ledger, and the document that names them. */
final class SmallHolders {
    static final String OFFICE = "0183f61f-7400-7dba-8cd8-7209ec9f0f36";

    final List<Group> groups = new ArrayList<>();
    private final SmallLedger ledger;
    private final UUID purchase;

    record Key(String subject, String kid, String pub) {
        String written() {
            return "{\"kid\":\"" + kid + "\",\"pub\":\"" + pub + "\"}";
        }
    }

    record Group(String id, int needed, List<Key> keys) {
        String written() {
            return "{\"id\":\"" + id + "\",\"k\":" + needed + ",\"members\":["
                    + keys.stream().map(Key::written).collect(Collectors.joining(",")) + "]}";
        }
    }

    private SmallHolders(SmallLedger ledger, UUID purchase) {
        this.ledger = ledger;
        this.purchase = purchase;
    }

    static SmallHolders belowLimit(SmallLedger ledger, UUID purchase) {
        return new SmallHolders(ledger, purchase).with("department", 1, 2).with("platform", 1, 1);
    }

    static SmallHolders aboveLimit(SmallLedger ledger, UUID purchase) {
        return new SmallHolders(ledger, purchase)
                .with("department", 2, 3)
                .with("platform", 1, 1)
                .with("supervision", 1, 1);
    }

    SmallHolders with(String group, int needed, int people) {
        var keys = new ArrayList<Key>();
        for (int i = 0; i < people; i++) keys.add(enrolled(group));
        groups.add(new Group(group, needed, keys));
        return this;
    }

    List<Key> department() {
        return groups.getFirst().keys();
    }

    /** One that nobody enrolled. */
    Key made() {
        return new Key(
                ledger.id().toString(),
                HexFormat.of().formatHex(ledger.bytes(), 0, 16),
                SmallBox.base64(ledger.bytes()));
    }

    Key enrolled(String group) {
        return enrolled(made(), group, OFFICE);
    }

    Key enrolled(Key key, String group, String department) {
        enter("KEY_ENROLLED", key, group, department);
        return key;
    }

    SmallLedger.Entered revoked(Key key) {
        return enter("KEY_REVOKED", key, "department", OFFICE);
    }

    private SmallLedger.Entered enter(String kind, Key key, String group, String department) {
        var said = new TreeMap<String, Object>(
                Map.of("group", group, "kid", key.kid(), "kind", kind, "pub", key.pub(), "subject", key.subject()));
        if (group.equals("department")) said.put("department", department);
        return ledger.beside(purchase, said);
    }

    /** The last act of each key in the document, as its act names them. */
    List<String> rests() {
        if (!ledger.namesActsOfNobody) return List.of();
        return groups.stream()
                .flatMap(group -> group.keys().stream())
                .map(key -> "\"" + ledger.lastDoneTo(key.subject()) + "\"")
                .toList();
    }

    String document() {
        return "{\"groups\":[" + groups.stream().map(Group::written).collect(Collectors.joining(","))
                + "],\"suite\":\"S1\"}";
    }
}
