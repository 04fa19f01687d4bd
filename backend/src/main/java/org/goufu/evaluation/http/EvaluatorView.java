package org.goufu.evaluation.http;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.goufu.evaluation.domain.PoolEntry;
import org.goufu.evaluation.domain.PoolMember;
import org.goufu.kernel.Coded;
import org.goufu.kernel.Named;
import org.goufu.reference.Regions;
import org.goufu.reference.ServiceCategories;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of the pool, as his or her keeper and nobody else sees it.
 *
 * @param opened whether the account is open; who cannot sign in is not drawn
 */
record EvaluatorView(
        UUID id,
        String number,
        PoolMember.Kind kind,
        String name,
        String employer,
        String title,
        String phone,
        @Nullable String email,
        Coded region,
        List<Coded> places,
        List<Coded> fields,
        List<AvoidanceView> avoidances,
        PoolEntry.State state,
        @Nullable String stateReason,
        boolean opened,
        long version) {

    /** A relation to a body. */
    record AvoidanceView(
            Named body,
            PoolMember.Relation relation,
            @Nullable LocalDate until) {
        static AvoidanceView of(PoolMember.Tie tie) {
            return new AvoidanceView(new Named(tie.body(), tie.name()), tie.relation(), tie.until());
        }
    }

    static EvaluatorView of(PoolEntry entry, boolean opened, Regions regions, ServiceCategories categories) {
        var one = entry.member();
        return new EvaluatorView(
                one.account(),
                entry.number(),
                one.kind(),
                one.name(),
                one.employer(),
                one.title(),
                entry.phone(),
                entry.email(),
                regions.coded(one.regionCode()),
                one.places().stream().map(regions::coded).toList(),
                one.fields().stream().map(categories::coded).toList(),
                one.ties().stream().map(AvoidanceView::of).toList(),
                entry.state(),
                entry.stateReason(),
                opened,
                entry.version());
    }
}
