package org.goufu.account.usecase;

import java.util.UUID;
import org.goufu.kernel.Role;

class InMemoryActivationsTests extends ActivationsContract {
    private final InMemoryActivations activations = new InMemoryActivations();

    @Override
    protected Activations activations() {
        return activations;
    }

    @Override
    protected String hash(UUID account) {
        return activations.hash(account);
    }

    @Override
    protected Role role(UUID account) {
        return activations.role(account);
    }
}
