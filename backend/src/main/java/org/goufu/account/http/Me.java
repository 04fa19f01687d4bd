package org.goufu.account.http;

import org.goufu.account.Affiliations.Affiliation;
import org.goufu.account.Affiliations.BodyRef;
import org.goufu.account.Affiliations.DepartmentRef;
import org.goufu.kernel.Actor;
import org.jspecify.annotations.Nullable;

/** The caller and the body that he or she acts for. */
record Me(
        AccountView account,
        @Nullable DepartmentRef department,
        @Nullable BodyRef organization) {
    static Me of(Actor actor, Affiliation affiliation) {
        return new Me(AccountView.of(actor), affiliation.department(), affiliation.organization());
    }
}
