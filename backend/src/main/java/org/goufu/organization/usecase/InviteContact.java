package org.goufu.organization.usecase;

import java.util.UUID;
import org.goufu.account.Contacts;
import org.goufu.account.Contacts.Invitation;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Role;
import org.goufu.organization.domain.Filing;
import org.goufu.organization.domain.FilingAct;
import org.goufu.platform.database.Transactions;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The street hands the group's contact a code for an account, at the counter. */
@Component
public class InviteContact {
    private final Filings filings;
    private final FilingBook book;
    private final Contacts contacts;
    private final Transactions transactions;

    InviteContact(Filings filings, FilingBook book, Contacts contacts, Transactions transactions) {
        this.filings = filings;
        this.book = book;
        this.contacts = contacts;
        this.transactions = transactions;
    }

    /** Fails with {@code filing/street-only} for others, with {@code filing/wrong-state} before the group is filed and after its end. */
    public Mono<Invitation> by(Actor actor, UUID id) {
        return transactions.write(filings.lock(id).flatMap(filing -> invite(actor, filing, filing.contact(actor))));
    }

    private Mono<Invitation> invite(Actor actor, Filing filing, Filing.Contact contact) {
        return contacts.invite(filing.id(), contact.username(), contact.displayName(), Role.GROUP_CONTACT)
                .delayUntil(
                        given -> book.write(actor, filing, filing, FilingAct.CONTACT_INVITED, contact.displayName()));
    }
}
