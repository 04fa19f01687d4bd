package org.goufu.notification.usecase;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArraySet;
import org.goufu.notification.domain.Message;
import org.goufu.platform.database.Wakeups;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.retry.Retry;

/**
 * Brings new messages to whoever listens on this instance.
 *
 * <p>One query per wake-up reads for all listeners together. The order of ids is the order of commits, so reading on from the last id
 * misses nothing; a wake-up that was lost is made up at the next look.
 */
@Component
public class LiveStream implements SmartLifecycle {
    /** So many messages wait for a slow connection; then it ends, and resumes from the table where it stood. */
    static final int MOST_WAITING = 256;

    private static final Logger LOG = LoggerFactory.getLogger(LiveStream.class);
    private static final String CHANNEL = "inbox";
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final int PAGE = 500;

    private final Inbox inbox;
    private final Flux<String> wakeups;
    private final ConcurrentMap<UUID, Set<Sinks.Many<Message>>> listeners = new ConcurrentHashMap<>();
    private volatile Disposable running = () -> {};
    private volatile boolean started;
    private volatile long seen;

    @Autowired
    public LiveStream(Inbox inbox, Wakeups wakeups) {
        this(inbox, Flux.defer(() -> wakeups.on(CHANNEL)));
    }

    LiveStream(Inbox inbox, Flux<String> wakeups) {
        this.inbox = inbox;
        this.wakeups = wakeups;
    }

    /**
     * Messages to any of these after the given id, then new ones as they come; ends when the listener is too slow.
     *
     * @param after 0 or less: only new ones
     */
    public Flux<Message> to(Collection<UUID> recipientIds, long after) {
        return Flux.defer(() -> {
            Queue<Message> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
            Sinks.Many<Message> sink = Sinks.many().unicast().onBackpressureBuffer(waiting);
            recipientIds.forEach(one -> join(one, sink));
            return since(recipientIds, after, sink.asFlux())
                    .doFinally(signal -> recipientIds.forEach(one -> leave(one, sink)));
        });
    }

    /** What came while the table was being read is in both: only what lies after the last id goes on. */
    private Flux<Message> since(Collection<UUID> recipientIds, long after, Flux<Message> live) {
        return after > 0
                ? rising(after, backlog(recipientIds, after).concatWith(live))
                : inbox.newest().flatMapMany(newest -> rising(newest, live));
    }

    private static Flux<Message> rising(long after, Flux<Message> messages) {
        var last = new long[] {after};
        return messages.filter(message -> message.id() > last[0]).doOnNext(message -> last[0] = message.id());
    }

    private Flux<Message> backlog(Collection<UUID> recipientIds, long after) {
        return page(recipientIds, after)
                .expand(page -> page.size() < PAGE
                        ? Mono.empty()
                        : page(recipientIds, page.getLast().id()))
                .flatMapIterable(page -> page);
    }

    private Mono<List<Message>> page(Collection<UUID> recipientIds, long after) {
        return inbox.after(recipientIds, after, PAGE).collectList();
    }

    private void join(UUID recipientId, Sinks.Many<Message> sink) {
        listeners.compute(recipientId, (id, sinks) -> {
            Set<Sinks.Many<Message>> all = sinks == null ? new CopyOnWriteArraySet<>() : sinks;
            all.add(sink);
            return all;
        });
    }

    private void leave(UUID recipientId, Sinks.Many<Message> sink) {
        listeners.computeIfPresent(recipientId, (id, sinks) -> {
            sinks.remove(sink);
            return sinks.isEmpty() ? null : sinks;
        });
    }

    @Override
    public void start() {
        started = true;
        var hints = Flux.merge(wakeups.map(hint -> 0L), Flux.interval(LOOK).onBackpressureDrop());
        running = newest().thenMany(hints.onBackpressureLatest().concatMap(hint -> look(), 1))
                .subscribe();
    }

    private Mono<Long> newest() {
        return inbox.newest().doOnNext(id -> seen = id).retryWhen(Retry.fixedDelay(Long.MAX_VALUE, LOOK));
    }

    /**
     * The newest id is read before the listeners are looked up: whoever joins later reads the table later still, and so misses
     * nothing that this round passes over.
     */
    private Mono<Void> look() {
        return inbox.newest()
                .filter(newest -> newest > seen)
                .flatMap(newest ->
                        read(List.copyOf(listeners.keySet()), seen, newest).doOnSuccess(done -> seen = newest))
                .onErrorResume(failure -> {
                    LOG.debug("inbox stream could not look", failure);
                    return Mono.empty();
                });
    }

    private Mono<Void> read(List<UUID> recipients, long after, long upTo) {
        if (recipients.isEmpty()) return Mono.empty();
        return inbox.between(recipients, after, upTo, PAGE)
                .doOnNext(this::bring)
                .collectList()
                .flatMap(page -> page.size() < PAGE
                        ? Mono.empty()
                        : read(recipients, page.getLast().id(), upTo));
    }

    private void bring(Message message) {
        for (var sink : listeners.getOrDefault(message.recipientId(), Set.of())) {
            if (sink.tryEmitNext(message).isFailure()) sink.tryEmitComplete();
        }
    }

    @Override
    public void stop() {
        started = false;
        running.dispose();
        listeners.values().forEach(sinks -> sinks.forEach(Sinks.Many::tryEmitComplete));
    }

    @Override
    public boolean isRunning() {
        return started;
    }
}
