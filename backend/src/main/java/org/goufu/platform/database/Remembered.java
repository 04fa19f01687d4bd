package org.goufu.platform.database;

import java.util.Map;
import org.goufu.kernel.RecentlyUsed;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What the database once said and will always say, so that it need not be asked again; once it is full, it forgets what was used
 * longest ago. Only for what a trigger keeps from ever changing.
 */
public final class Remembered<K, V> {
    private final Map<K, V> known;

    public Remembered(int most) {
        this.known = new RecentlyUsed<>(most);
    }

    /** What is remembered under the key, or what the question answers now; an empty answer and a failure are not remembered. */
    public Mono<V> or(K key, Mono<V> question) {
        return Mono.defer(() -> {
            @Nullable V value = get(key);
            return value == null ? question.doOnNext(found -> put(key, found)) : Mono.just(value);
        });
    }

    private synchronized @Nullable V get(K key) {
        return known.get(key);
    }

    private synchronized void put(K key, V value) {
        known.put(key, value);
    }
}
