package org.goufu.account.http;

import org.goufu.account.Affiliations.Affiliation;
import org.goufu.account.Affiliations.BodyRef;
import org.goufu.account.Affiliations.DepartmentRef;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Coded;
import org.jspecify.annotations.Nullable;

/** The caller and the body or region that he or she acts for. */
record Me(
        AccountView account,
        @Nullable DepartmentRef department,
        @Nullable BodyRef organization,
        @Nullable Coded region) {
    static Me of(Actor actor, Affiliation affiliation) {
        return new Me(
                AccountView.of(actor), affiliation.department(), affiliation.organization(), affiliation.region());
    }
}
