package org.goufu.federation;

import java.util.UUID;
import org.goufu.federation.domain.Enrolment;
import org.goufu.federation.usecase.Agreements;
import org.goufu.kernel.Ids;

class InMemoryAgreementsTests extends AgreementsContract {
    private final InMemoryAgreements agreements = new InMemoryAgreements();

    @Override
    protected Agreements agreements() {
        return agreements;
    }

    @Override
    protected Enrolment membership(UUID group) {
        return FederationFixtures.confirmed(Ids.next(), group);
    }
}
