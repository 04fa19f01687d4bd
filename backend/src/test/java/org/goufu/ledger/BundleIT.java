package org.goufu.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goufu.GoufuIT;
import org.goufu.Purchases;
import org.goufu.TestHouse;
import org.goufu.bidding.domain.seal.Keyset;
import org.goufu.kernel.Ids;
import org.goufu.ledger.domain.Bundle;
import org.goufu.ledger.domain.BundleCheck;
import org.goufu.ledger.domain.BundleFault;
import org.goufu.ledger.domain.Receipt;
import org.goufu.ledger.domain.Verifier;
import org.goufu.platform.database.Transactions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** A stranger takes purchases home and derives everything again. */
@GoufuIT
class BundleIT {
    @Autowired
    TestHouse house;

    @Autowired
    Ledger ledger;

    @Autowired
    Transactions transactions;

    @Autowired
    DatabaseClient database;

    @Test
    void aPublishedPurchaseCanBeVerified() throws IOException {
        var notice = published("带回家验证的助餐服务");

        var bundle = bundle(notice.path("purchaseId").asString());

        var result = BundleCheck.of(bundle, key());
        assertThat(result.findings()).isEmpty();
        assertThat(result.notices()).isEqualTo(1);
        var keysets = bundle.files().entrySet().stream()
                .filter(file -> file.getKey().startsWith("keysets/"))
                .toList();
        assertThat(keysets).hasSize(1);
        // The notice, the keyset, and the enrolment of each key in it, the platform's own among them.
        assertThat(result.acts())
                .isEqualTo(2 + Keyset.read(keysets.getFirst().getValue()).kids().size());
        var text = new String(
                bundle.files().get("notices/" + notice.path("id").asString() + ".json"), StandardCharsets.UTF_8);
        assertThat(text).contains("带回家验证的助餐服务");
    }

    /**
     * A hundred or so, as the day has it, with intentions, corrections, results and terminations; those that tests let bid for are
     * verified there.
     */
    @Test
    void everyPurchaseOfTheProvinceCan() throws IOException {
        var purchases =
                database.sql("""
                        select distinct n.purchase_id
                          from purchase.notice n
                          join ledger.act a on a.kind = 'NOTICE_PUBLISHED' and a.subject = n.id
                         where not exists (select from bidding.box b where b.purchase = n.purchase_id)
                        """).mapValue(UUID.class).all().collectList().block();
        assertThat(purchases).hasSizeGreaterThan(50);
        var key = key();
        for (var purchase : purchases) {
            assertThat(BundleCheck.of(bundle(purchase.toString()), key).findings())
                    .as("purchase %s", purchase)
                    .isEmpty();
        }
    }

    @Test
    void theSameBundleAgainHasTheSameBytesWhileTheHeadIsTheSame() {
        var purchase = published("两次带回家的助餐服务").path("purchaseId").asString();
        var first = get(house.anonymous(), purchase);
        assertThat(get(house.as("group"), purchase)).isEqualTo(first);
    }

    @Test
    void aDraftHasNone() {
        var draft = new Purchases(house).draft(new Purchases(house).lunches("还没有发布的助餐服务"));
        refused(house.anonymous(), draft);
        refused(house.as("officer"), draft);
        refused(house.anonymous(), Ids.next());
    }

    /** Not even that there is one. */
    @Test
    void whatIsNotRevealedMakesNoBundle() throws IOException {
        var purchase = Ids.next();
        transactions
                .write(ledger.enter(
                        List.of(new Act(Act.Kind.BID_SUBMITTED, Ids.next(), purchase, Map.of("bidder", "不得泄露")))))
                .block();
        refused(house.as("officer"), purchase);
        var acts = bundle(publishedWithHiddenBid()).files().entrySet().stream()
                .filter(file -> file.getKey().startsWith("entries/"))
                .map(file -> Receipt.read(new String(file.getValue(), StandardCharsets.UTF_8)))
                .map(receipt -> new String(receipt.act(), StandardCharsets.UTF_8))
                .toList();
        assertThat(acts).hasSizeGreaterThan(1).noneMatch(act -> act.contains("BID_SUBMITTED"));
    }

    private JsonNode published(String title) {
        var notice = new Purchases(house).publish(new Purchases(house).lunches(title));
        house.post("organization", Map.of(), "/api/lots/{id}/keyset", lot(notice))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.suite")
                .isEqualTo("S1");
        return notice;
    }

    private static String lot(JsonNode notice) {
        return notice.path("lots").path(0).path("id").asString();
    }

    private String publishedWithHiddenBid() {
        var purchase = published("有人响应的助餐服务").path("purchaseId").asString();
        transactions
                .write(ledger.enter(List.of(new Act(
                        Act.Kind.BID_SUBMITTED, Ids.next(), UUID.fromString(purchase), Map.of("bidder", "不得泄露")))))
                .block();
        return purchase;
    }

    @Test
    void whatIsChangedOnTheWayIsFoundOut() throws IOException {
        var notice = new Purchases(house).publish(new Purchases(house).lunches("路上被改的助餐服务"));
        var bundle = bundle(notice.path("purchaseId").asString());
        bundle.files().get("notices/" + notice.path("id").asString() + ".json")[60] ^= 1;
        assertThat(BundleCheck.of(bundle, key()).findings())
                .extracting(BundleCheck.Finding::fault)
                .containsExactly(BundleFault.NOTICE_CHANGED);
    }

    /** With the policy that lets it run where it was saved, and no other page. */
    @Test
    void theVerifiersAreHandedOut() {
        house.anonymous()
                .get()
                .uri("/goufu-verify.jar")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .consumeWith(jar -> assertThat(jar.getResponseBody()).startsWith('P', 'K'));
        assertThat(policy("/goufu-verify.html"))
                .contains("script-src 'unsafe-inline'")
                .doesNotContain("connect-src");
        assertThat(policy("/")).doesNotContain("unsafe-inline");
    }

    private String policy(String path) {
        return String.valueOf(house.anonymous()
                .get()
                .uri(path)
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getFirst("Content-Security-Policy"));
    }

    private Bundle bundle(String purchase) throws IOException {
        return Bundle.read(new ByteArrayInputStream(get(house.anonymous(), purchase)));
    }

    private static byte[] get(WebTestClient client, String purchase) {
        return client.get()
                .uri("/api/purchases/{id}/bundle", purchase)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("application/zip")
                .expectBody()
                .returnResult()
                .getResponseBody();
    }

    private static void refused(WebTestClient client, UUID purchase) {
        client.get()
                .uri("/api/purchases/{id}/bundle", purchase)
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/ledger/bundle-not-found");
    }

    private Verifier key() {
        return Verifier.read(house.read("group", "/api/ledger/key"));
    }
}
