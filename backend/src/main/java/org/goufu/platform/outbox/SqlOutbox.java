package org.goufu.platform.outbox;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.goufu.kernel.DomainEvent;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes the event, one delivery row per handler and the wake-up in one statement. */
@Component
class SqlOutbox implements Outbox {
    private static final String APPEND = """
            with event as (
                insert into platform.outbox_event (type, payload)
                select :type, payload::jsonb from unnest(:payloads) as payload
                returning id),
            delivery as (
                insert into platform.outbox_delivery (event_id, handler)
                select event.id, handler from event, unnest(:handlers) as handler
                returning 1)
            select pg_notify('outbox', ''), count(*) from delivery
            """;

    private final DatabaseClient database;
    private final JsonMapper json;
    private final ObjectProvider<EventHandler<?>> handlers;

    SqlOutbox(DatabaseClient database, JsonMapper json, ObjectProvider<EventHandler<?>> handlers) {
        this.database = database;
        this.json = json;
        this.handlers = handlers;
    }

    @Override
    public Mono<Void> append(DomainEvent event) {
        return appendAll(List.of(event));
    }

    @Override
    public Mono<Void> appendAll(Collection<? extends DomainEvent> events) {
        Map<Class<?>, List<DomainEvent>> byType =
                events.stream().collect(Collectors.groupingBy(DomainEvent::getClass, Collectors.toList()));
        return Flux.fromIterable(byType.entrySet())
                .concatMap(entry -> append(entry.getKey(), entry.getValue()))
                .then();
    }

    private Mono<Void> append(Class<?> type, List<DomainEvent> events) {
        var names = handlers.stream()
                .filter(handler -> handler.type() == type)
                .map(EventHandler::name)
                .toArray(String[]::new);
        var payloads = events.stream().map(json::writeValueAsString).toArray(String[]::new);
        return database.sql(APPEND)
                .bind("type", type.getSimpleName())
                .bind("payloads", payloads)
                .bind("handlers", names)
                .fetch()
                .rowsUpdated()
                .then();
    }
}
