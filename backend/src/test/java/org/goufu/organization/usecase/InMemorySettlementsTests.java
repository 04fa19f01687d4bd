package org.goufu.organization.usecase;

import java.util.List;
import java.util.UUID;
import org.goufu.kernel.Ids;
import org.goufu.organization.RegistryWork.Matter;
import org.jspecify.annotations.Nullable;

class InMemorySettlementsTests extends SettlementsContract {
    private final InMemorySettlements settlements = new InMemorySettlements();

    @Override
    protected Settlements settlements() {
        return settlements;
    }

    @Override
    protected UUID body(String region) {
        return settlements.holding(Ids.next(), region);
    }

    @Override
    protected @Nullable String reason(Matter matter, List<UUID> ids) {
        return settlements.reason(matter, ids);
    }
}
