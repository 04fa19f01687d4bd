package org.goufu.organization;

import java.util.List;
import java.util.UUID;
import org.goufu.kernel.DomainEvent;

/**
 * Some of the bodies that one import changed, or whose change it took back.
 *
 * <p>An import of many tells of them in pieces of at most {@link #MOST}, so that whoever hears it works in a lane of its own and never
 * delays the news of a single change.
 */
public record BodiesImported(UUID importId, List<UUID> bodyIds) implements DomainEvent {
    public static final int MOST = 50;

    public BodiesImported {
        bodyIds = List.copyOf(bodyIds);
    }
}
