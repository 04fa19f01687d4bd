package org.goufu.organization.usecase;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.goufu.account.Contacts;
import org.goufu.kernel.Actor;
import org.goufu.kernel.RegionCode;
import org.goufu.kernel.Role;
import org.goufu.organization.BodyChanged;
import org.goufu.organization.BodyKind;
import org.goufu.organization.FactKind;
import org.goufu.organization.FactOrigin;
import org.goufu.organization.FederationRecognition;
import org.goufu.organization.domain.BodyAct;
import org.goufu.organization.domain.BodyChange;
import org.goufu.organization.domain.RegisteredBody;
import org.goufu.platform.outbox.Outbox;
import org.goufu.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes into the registry, with who did it and what stood before, that an association became a federation or is one no longer. */
@Component
class KeepFederations implements FederationRecognition {
    private static final int COUNTY = 3;
    private static final String SOURCE = "联合会停办";

    private final Bodies bodies;
    private final BodyHistory history;
    private final FactBook book;
    private final Contacts contacts;
    private final Outbox outbox;
    private final BusinessClock clock;

    KeepFederations(
            Bodies bodies, BodyHistory history, FactBook book, Contacts contacts, Outbox outbox, BusinessClock clock) {
        this.bodies = bodies;
        this.history = history;
        this.book = book;
        this.contacts = contacts;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Mono<Void> recognize(Actor actor, UUID bodyId, String streetCode) {
        return bodies.lock(bodyId)
                .filter(body -> body.kind() != BodyKind.FEDERATION
                        || !body.region().value().equals(streetCode))
                .flatMap(body -> write(
                                actor,
                                body,
                                body.as(BodyKind.FEDERATION, new RegionCode(streetCode)),
                                BodyAct.FEDERATION_REGISTERED,
                                null)
                        .then(contacts.turn(bodyId, Role.ORGANIZATION_AGENT, Role.FEDERATION_STAFF)));
    }

    @Override
    public Mono<Void> dismiss(Actor actor, UUID bodyId, Ending ending, String reason) {
        return bodies.lock(bodyId).flatMap(body -> {
            var after = body.as(BodyKind.LEGAL_PERSON, body.region().upTo(COUNTY));
            return write(actor, body, after, BodyAct.FEDERATION_CLOSED, reason)
                    .then(contacts.turn(bodyId, Role.FEDERATION_STAFF, Role.ORGANIZATION_AGENT))
                    .then(end(actor, after, ending));
        });
    }

    /** What changes with the act alone stands in the history too. */
    private Mono<Void> write(
            Actor actor, RegisteredBody before, RegisteredBody after, BodyAct act, @Nullable String reason) {
        var then = items(before, after);
        var now = items(after, before);
        if (reason != null) now.put("reason", reason);
        return bodies.save(after)
                .then(history.append(new BodyChange(after.id(), act, actor, then, now)))
                .then(outbox.append(new BodyChanged(after.id())));
    }

    private static Map<String, @Nullable Object> items(RegisteredBody body, RegisteredBody other) {
        var items = new LinkedHashMap<>(body.itemsUnlike(other));
        items.put("bodyKind", body.kind());
        return items;
    }

    private Mono<Void> end(Actor actor, RegisteredBody body, Ending ending) {
        return switch (ending) {
            case STANDS_DOWN -> Mono.empty();
            case CANCELLED, REVOKED -> clock.now().flatMap(now -> end(actor, body, ending.name(), now));
        };
    }

    private Mono<Void> end(Actor actor, RegisteredBody body, String status, Instant now) {
        var today = LocalDate.ofInstant(now, BusinessClock.ZONE);
        var fact = new NewFact(FactKind.STATUS, status, 0, today, null, SOURCE, null);
        return book.add(actor, body, fact, FactOrigin.REGISTRAR).then();
    }
}
