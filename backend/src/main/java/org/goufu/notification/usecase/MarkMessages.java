package org.goufu.notification.usecase;

import java.util.Objects;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.platform.database.Transactions;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Marks what was read, for all who share the inbox. */
@Component
public class MarkMessages {
    private final Inbox inbox;
    private final Transactions transactions;

    public MarkMessages(Inbox inbox, Transactions transactions) {
        this.inbox = inbox;
        this.transactions = transactions;
    }

    /** Whose inbox it is: the body's or the department's, shared by its accounts; else the account's own, which stays empty. */
    public static UUID inboxOf(Actor actor) {
        if (actor.organizationId() != null) return actor.organizationId();
        return Objects.requireNonNullElse(actor.departmentId(), actor.accountId());
    }

    /** Fails with {@code notification/not-found} for a row that is not the caller's. */
    public Mono<Void> as(boolean read, Actor actor, long id) {
        return transactions.write(inbox.mark(inboxOf(actor), id, read));
    }

    public Mono<Void> allRead(Actor actor) {
        return transactions.write(inbox.markAllRead(inboxOf(actor)));
    }
}
