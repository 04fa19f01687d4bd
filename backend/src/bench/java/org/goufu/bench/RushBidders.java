package org.goufu.bench;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.goufu.bidding.domain.seal.Sealer;
import org.goufu.bidding.domain.seal.Sealer.Draft;
import org.goufu.kernel.Ids;
import org.goufu.platform.security.SessionToken;
import org.jspecify.annotations.Nullable;

/** Bidders who have sealed and signed everything beforehand, so that the rush measures the platform and not them. */
final class RushBidders {
    private static final int POINT_LENGTH = 65;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Connection database;

    RushBidders(Connection database) {
        this.database = database;
    }

    /**
     * One body with an account that is signed in and a key that is enrolled.
     *
     * @param lot for which of a round's lots it bids, from zero
     */
    record Bidder(UUID body, int lot, String token, UUID key, KeyPair pair) {}

    /** A bid as it is sent. */
    record Prepared(UUID envelope, byte[] request) {}

    Bidder enrol(UUID body, int lot) throws SQLException, GeneralSecurityException {
        var account = Ids.next();
        var token = SessionToken.random();
        var key = Ids.next();
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        var pair = generator.generateKeyPair();
        var encoded = pair.getPublic().getEncoded();
        run("""
                insert into account.account (id, username, display_name, roles, organization_id, password_hash)
                values ('%s', 'rush-%s', 'rush', '{ORGANIZATION_AGENT}', '%s', 'none')
                """.formatted(account, account, body));
        run("""
                insert into account.session (digest, account_id, kind, expires_at)
                values (decode('%s', 'hex'), '%s', 'BEARER', now() + interval '1 day')
                """.formatted(token.digest(), account));
        run("""
                insert into bidding.signing_key (id, body, account, holder, point)
                values ('%s', '%s', '%s', 'rush', decode('%s', 'hex'))
                """.formatted(
                        key,
                        body,
                        account,
                        HexFormat.of()
                                .formatHex(Arrays.copyOfRange(encoded, encoded.length - POINT_LENGTH, encoded.length))));
        return new Bidder(body, lot, token.value(), key, pair);
    }

    /** So many bids, each in the place of the one before; their ciphertext lies there already. */
    List<Prepared> prepare(Bidder bidder, UUID lot, String noticeDigest, byte[] keyset, int bids)
            throws SQLException, GeneralSecurityException {
        var contents = new LinkedHashMap<String, byte[]>();
        for (var segment : List.of("price", "tech", "cred")) {
            contents.put(segment, segment.getBytes(StandardCharsets.UTF_8));
        }
        var first = new Draft(Ids.next(), lot, noticeDigest, bidder.body(), List.of(), "0".repeat(64), null);
        var sealed = Sealer.seal(first, keyset, contents, RANDOM);
        var template = new String(sealed.manifest(), StandardCharsets.US_ASCII);
        var core = template.replaceFirst("^\\{\"core\":\"([^\"]*)\".*$", "$1");
        var envelopes = new ArrayList<UUID>();
        var prepared = new ArrayList<Prepared>();
        UUID before = null;
        for (int i = 0; i < bids; i++) {
            var envelope = i == 0 ? first.envelopeId() : Ids.next();
            var manifest = i == 0 ? template : template.replace(core, core(core, first.envelopeId(), envelope, before));
            var body = json(bidder, manifest.getBytes(StandardCharsets.US_ASCII));
            prepared.add(new Prepared(envelope, RushClient.request(lot, bidder.token(), body)));
            envelopes.add(envelope);
            before = envelope;
        }
        var pieces =
                sealed.chunks().values().stream().flatMap(List::stream).toList();
        upload(bidder, lot, envelopes, pieces);
        return prepared;
    }

    /** The same core under another id, for another predecessor: what is sealed in it would no longer open, which nobody tries here. */
    private static String core(String core, UUID first, UUID envelope, @Nullable UUID before) {
        var text = new String(Base64.getUrlDecoder().decode(core), StandardCharsets.US_ASCII)
                .replace(first.toString(), envelope.toString())
                .replace("\"rosterHash\"", "\"replaces\":\"" + before + "\",\"rosterHash\"");
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] json(Bidder bidder, byte[] manifest) throws GeneralSecurityException {
        var signer = Signature.getInstance("SHA256withECDSAinP1363Format");
        signer.initSign(bidder.pair().getPrivate());
        signer.update(manifest);
        var base64 = Base64.getUrlEncoder().withoutPadding();
        return """
                {"manifest":"%s","signature":"%s","key":"%s"}""".formatted(
                        base64.encodeToString(manifest), base64.encodeToString(signer.sign()), bidder.key())
                .getBytes(StandardCharsets.US_ASCII);
    }

    private void upload(Bidder bidder, UUID lot, List<UUID> envelopes, List<byte[]> pieces) throws SQLException {
        try (var uploads = database.prepareStatement(
                        "insert into bidding.upload (envelope, lot, body) select unnest(?::uuid[]), ?, ?");
                var chunks = database.prepareStatement("""
                        insert into bidding.chunk (envelope, digest, content)
                        select envelope, sha256(content), content
                          from unnest(?::uuid[]) as envelope, unnest(?::bytea[]) as content
                        """)) {
            var ids = database.createArrayOf("uuid", envelopes.toArray());
            uploads.setArray(1, ids);
            uploads.setObject(2, lot);
            uploads.setObject(3, bidder.body());
            uploads.executeUpdate();
            chunks.setArray(1, ids);
            chunks.setArray(2, database.createArrayOf("bytea", pieces.toArray(byte[][]::new)));
            chunks.executeUpdate();
        }
    }

    private void run(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
