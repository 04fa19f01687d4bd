package org.goufu.federation;

import java.util.UUID;
import org.goufu.federation.usecase.Enrolments;
import org.goufu.kernel.Ids;

class InMemoryEnrolmentsTests extends EnrolmentsContract {
    private final InMemoryEnrolments enrolments = new InMemoryEnrolments();

    @Override
    protected Enrolments enrolments() {
        return enrolments;
    }

    @Override
    protected UUID federation() {
        return Ids.next();
    }
}
