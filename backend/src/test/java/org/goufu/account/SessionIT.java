package org.goufu.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.goufu.GoufuIT;
import org.goufu.TestHouse;
import org.goufu.platform.security.SessionToken;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.MultiValueMap;

@GoufuIT
class SessionIT {
    private static final Map<String, String> OFFICER = Map.of("username", "officer", "password", "goufu-demo");

    @Autowired
    TestHouse house;

    @Autowired
    DatabaseClient database;

    /** A browser with what it keeps. */
    private record Browser(String session, String csrf) {}

    private WebTestClient.RequestHeadersSpec<?> signIn() {
        return house.anonymous()
                .post()
                .uri("/api/session")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(OFFICER);
    }

    private Browser browser() {
        return browser(cookies(signIn()));
    }

    private static MultiValueMap<String, ResponseCookie> cookies(WebTestClient.RequestHeadersSpec<?> request) {
        return request.exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseCookies();
    }

    private static Browser browser(MultiValueMap<String, ResponseCookie> cookies) {
        return new Browser(
                cookies.getFirst("goufu").getValue(),
                cookies.getFirst("XSRF-TOKEN").getValue());
    }

    private WebTestClient.ResponseSpec me(Browser browser) {
        return house.anonymous()
                .get()
                .uri("/api/me")
                .cookie("goufu", browser.session())
                .exchange();
    }

    private WebTestClient.RequestHeadersSpec<?> signOut(Browser browser) {
        return house.anonymous().delete().uri("/api/session").cookie("goufu", browser.session());
    }

    private String token() {
        return String.valueOf(house.anonymous()
                .post()
                .uri("/api/tokens")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(OFFICER)
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody()
                .get("token"));
    }

    private WebTestClient.ResponseSpec me(String token) {
        return house.anonymous()
                .get()
                .uri("/api/me")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .exchange();
    }

    private void change(String token, String assignment) {
        var digest = new SessionToken(token).digest();
        var sql = "update account.session set " + assignment + " where digest = decode('" + digest + "', 'hex')";
        assertThat(database.sql(sql).fetch().rowsUpdated().block(Duration.ofSeconds(5)))
                .isEqualTo(1);
    }

    @Test
    void keepsTheSessionWhereScriptsCannotReadIt() {
        var cookies = cookies(signIn());
        var session = cookies.getFirst("goufu");
        assertThat(session.isHttpOnly()).isTrue();
        assertThat(session.getSameSite()).isEqualTo("Lax");
        assertThat(session.getPath()).isEqualTo("/");
        assertThat(session.getDomain()).isNull();
        assertThat(cookies.getFirst("XSRF-TOKEN").isHttpOnly()).isFalse();
        me(browser(cookies)).expectStatus().isOk();
    }

    @Test
    void repeatsTheCsrfCookie() {
        var browser = browser();
        house.anonymous()
                .get()
                .uri("/api/session/csrf")
                .cookie("goufu", browser.session())
                .exchange()
                .expectStatus()
                .isNoContent()
                .expectCookie()
                .valueEquals("XSRF-TOKEN", browser.csrf());
    }

    @Test
    void refusesAChangeWithoutTheCsrfToken() {
        var browser = browser();
        refused(signOut(browser));
        refused(signOut(browser).header("X-XSRF-TOKEN", browser().csrf()));
        refused(signOut(browser).header("X-XSRF-TOKEN", browser.csrf()).header("Sec-Fetch-Site", "cross-site"));
        refused(signOut(browser).header("X-XSRF-TOKEN", browser.csrf()).header("Origin", "https://elsewhere.example"));
        me(browser).expectStatus().isOk();
    }

    private static void refused(WebTestClient.RequestHeadersSpec<?> request) {
        request.exchange()
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/http/csrf");
    }

    @Test
    void refusesToBeSignedInByAnotherSite() {
        refused(signIn().header("Sec-Fetch-Site", "cross-site"));
        refused(signIn().header("Origin", "null"));
        signIn().header("Sec-Fetch-Site", "same-origin")
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void endsTheSessionAtOnce() {
        var browser = browser();
        me(browser).expectStatus().isOk();
        signOut(browser)
                .header("X-XSRF-TOKEN", browser.csrf())
                .exchange()
                .expectStatus()
                .isNoContent()
                .expectCookie()
                .maxAge("goufu", Duration.ZERO);
        me(browser).expectStatus().isUnauthorized();
    }

    @Test
    void signsOutTwiceWithoutComplaint() {
        house.anonymous().delete().uri("/api/session").exchange().expectStatus().isNoContent();
    }

    @Test
    void givesANewSessionAtEverySignInAndEndsTheOneBefore() {
        var before = browser();
        var after = browser(cookies(signIn().cookie("goufu", before.session()).header("X-XSRF-TOKEN", before.csrf())));
        assertThat(after.session()).isNotEqualTo(before.session());
        me(before).expectStatus().isUnauthorized();
        me(after).expectStatus().isOk();
    }

    @Test
    void endsASessionThatWasIdle() {
        var browser = browser();
        change(browser.session(), "last_seen_at = now() - interval '31 minutes'");
        me(browser).expectStatus().isUnauthorized();
    }

    @Test
    void endsASessionThatIsOver() {
        var browser = browser();
        change(browser.session(), "expires_at = now() - interval '1 second'");
        me(browser).expectStatus().isUnauthorized();
    }

    @Test
    void keepsATokenThatWasIdleButNotOneThatIsOver() {
        var idle = token();
        change(idle, "last_seen_at = now() - interval '2 hours'");
        me(idle).expectStatus().isOk();
        var over = token();
        change(over, "expires_at = now() - interval '1 second'");
        me(over).expectStatus().isUnauthorized().expectHeader().valueEquals(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }

    @Test
    void revokesTheTokenThatAsksForItAndNoOther() {
        var first = token();
        var second = token();
        me(first).expectStatus().isOk();
        house.anonymous()
                .delete()
                .uri("/api/tokens/current")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + first)
                .exchange()
                .expectStatus()
                .isNoContent();
        me(first).expectStatus().isUnauthorized();
        me(second).expectStatus().isOk();
    }

    @Test
    void takesACookieForNoTokenAndATokenForNoCookie() {
        me(browser().session()).expectStatus().isUnauthorized();
        me(new Browser(token(), "")).expectStatus().isUnauthorized();
    }

    @Test
    void notesAtMostOnceAMinuteThatASessionIsInUse() {
        var token = token();
        change(token, "last_seen_at = now() - interval '50 seconds'");
        me(token).expectStatus().isOk();
        assertThat(seenLately(token)).isFalse();
        var other = token();
        change(other, "last_seen_at = now() - interval '70 seconds'");
        me(other).expectStatus().isOk();
        assertThat(seenLately(other)).isTrue();
    }

    private Boolean seenLately(String token) {
        return database.sql(
                        "select last_seen_at > now() - interval '40 seconds' as lately from account.session where digest = decode(:digest, 'hex')")
                .bind("digest", new SessionToken(token).digest())
                .map(row -> row.get("lately", Boolean.class))
                .one()
                .block(Duration.ofSeconds(5));
    }
}
