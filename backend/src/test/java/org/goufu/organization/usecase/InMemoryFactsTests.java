package org.goufu.organization.usecase;

import java.util.UUID;
import org.goufu.kernel.Ids;

class InMemoryFactsTests extends FactsContract {
    private final InMemoryFacts facts = new InMemoryFacts();

    @Override
    protected Facts facts() {
        return facts;
    }

    @Override
    protected UUID body() {
        return Ids.next();
    }
}
