package org.goufu.platform.security;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that forgets what was used longest ago once it is full; not safe for several threads. */
final class RecentlyUsed<V> extends LinkedHashMap<String, V> {
    private final int largest;

    RecentlyUsed(int largest) {
        super(16, 0.75f, true);
        this.largest = largest;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > largest;
    }
}
