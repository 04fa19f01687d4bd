package org.goufu.kernel;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that forgets what was used longest ago once it is full; not safe for several threads. */
public final class RecentlyUsed<K, V> extends LinkedHashMap<K, V> {
    private final int largest;

    public RecentlyUsed(int largest) {
        super(16, 0.75f, true);
        this.largest = largest;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > largest;
    }
}
