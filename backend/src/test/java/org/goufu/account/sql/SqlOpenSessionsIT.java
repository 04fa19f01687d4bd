package org.goufu.account.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.goufu.GoufuIT;
import org.goufu.account.domain.Account;
import org.goufu.account.usecase.Accounts;
import org.goufu.account.usecase.OpenSessions;
import org.goufu.platform.security.SessionKind;
import org.goufu.platform.security.SessionToken;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A sign-in is under way when the owner chooses another password, which ends all sessions. */
@GoufuIT
class SqlOpenSessionsIT {
    private static final Duration LIFE = Duration.ofHours(1);

    @Autowired
    private OpenSessions sessions;

    @Autowired
    private Accounts accounts;

    private final String digest = SessionToken.random().digest();

    @Test
    void opensNothingForAPasswordThatIsNoLongerTheAccounts() {
        assertThat(open(withHash("{pepper}another"))).isFalse();
        assertThat(sessions.find(List.of(digest), LIFE).collectList().block()).isEmpty();
    }

    @Test
    void opensOneForThePasswordOfNow() {
        assertThat(open(account())).isTrue();
        assertThat(sessions.find(List.of(digest), LIFE).collectList().block()).hasSize(1);
        sessions.revoke(digest).block();
    }

    @Test
    void putsNoOldPasswordBack() {
        accounts.rehash(withHash("{pepper}another"), "{pepper}old").block();
        assertThat(account().passwordHash()).isNotEqualTo("{pepper}old");
    }

    private boolean open(Account account) {
        return sessions.open(digest, account, SessionKind.COOKIE, LIFE).block() != null;
    }

    private Account account() {
        return accounts.find("officer").block();
    }

    private Account withHash(String hash) {
        var now = account();
        return new Account(
                now.id(),
                now.username(),
                now.displayName(),
                now.roles(),
                now.departmentId(),
                now.organizationId(),
                now.regionCode(),
                hash);
    }
}
