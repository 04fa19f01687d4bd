package org.goufu.search;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.goufu.kernel.DomainEvent;

/**
 * The abilities of these bodies can be found as they are now.
 *
 * <p>Told after the index was refreshed: whoever judges them against open lots now leaves no gap to lots that are published later.
 */
public record CapabilitiesIndexed(List<UUID> bodyIds) implements DomainEvent {
    /** A full batch of news is judged well within the time that a handler has. */
    private static final int TOLD_TOGETHER = 20;

    public CapabilitiesIndexed {
        bodyIds = List.copyOf(bodyIds);
    }

    /** In as many pieces as are needed. */
    public static List<CapabilitiesIndexed> of(Collection<UUID> bodyIds) {
        var ids = List.copyOf(bodyIds);
        return IntStream.iterate(0, from -> from < ids.size(), from -> from + TOLD_TOGETHER)
                .mapToObj(
                        from -> new CapabilitiesIndexed(ids.subList(from, Math.min(ids.size(), from + TOLD_TOGETHER))))
                .toList();
    }
}
