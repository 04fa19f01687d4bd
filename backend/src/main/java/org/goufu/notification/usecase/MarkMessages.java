package org.goufu.notification.usecase;

import java.util.HashSet;
import java.util.Set;
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

    /** Whose messages the caller reads: the body's or the department's, shared by its accounts, and those to the person alone. */
    public static Set<UUID> inboxesOf(Actor actor) {
        var inboxes = new HashSet<>(Set.of(actor.accountId()));
        if (actor.organizationId() != null) inboxes.add(actor.organizationId());
        if (actor.departmentId() != null) inboxes.add(actor.departmentId());
        return inboxes;
    }

    /** Fails with {@code notification/not-found} for a row that is not the caller's. */
    public Mono<Void> as(boolean read, Actor actor, long id) {
        return transactions.write(inbox.mark(inboxesOf(actor), id, read));
    }

    public Mono<Void> allRead(Actor actor) {
        return transactions.write(inbox.markAllRead(inboxesOf(actor)));
    }
}
