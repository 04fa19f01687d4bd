package org.goufu.federation.usecase;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.goufu.federation.Mandate;
import org.goufu.federation.MembershipNews.What;
import org.goufu.federation.domain.Enrolment;
import org.goufu.federation.domain.FederationProblem;
import org.goufu.federation.domain.Now;
import org.goufu.federation.domain.Side;
import org.goufu.federation.usecase.Enrolments.Act;
import org.goufu.kernel.Actor;
import org.goufu.kernel.FieldProblem;
import org.goufu.kernel.Ids;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.files.FileStore;
import org.goufu.platform.files.StoredFile;
import org.goufu.platform.time.BusinessClock;
import org.goufu.reference.Regions;
import org.goufu.reference.ServiceCategories;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A member lets its federation bid in its name, within bounds; member or federation take that back at once. */
@Component
public class GiveMandate {
    private static final int MOST = 50;
    private static final long HIGHEST_CAP_FEN = 100_000_000_000L;

    private final Reach reach;
    private final Register register;
    private final FileStore files;
    private final Regions regions;
    private final ServiceCategories categories;
    private final Transactions transactions;
    private final BusinessClock clock;

    public GiveMandate(
            Reach reach,
            Register register,
            FileStore files,
            Regions regions,
            ServiceCategories categories,
            Transactions transactions,
            BusinessClock clock) {
        this.reach = reach;
        this.register = register;
        this.files = files;
        this.regions = regions;
        this.categories = categories;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Only the member itself: a federation cannot mandate itself. The id of the mandate. */
    public Mono<UUID> by(Actor actor, UUID membershipId, @Nullable Long seen, MandateForm form) {
        return transactions.write(reach.membership(actor, membershipId)
                .map(reached -> reached.by(Side.MEMBER).seenAs(seen).membership())
                .zipWith(clock.now().map(Now::of))
                .flatMap(both -> give(actor, both.getT1(), mandate(form, both.getT2()))));
    }

    private Mono<UUID> give(Actor actor, Enrolment membership, Mandate mandate) {
        return kept(actor, mandate.paperId())
                .then(Mono.defer(() -> register.save(
                        membership.granted(mandate),
                        Act.of(Act.Kind.MANDATE_GIVEN, actor),
                        What.MANDATE_GIVEN,
                        List.of(Side.FEDERATION),
                        mandate.to())))
                .thenReturn(mandate.id());
    }

    private Mono<StoredFile> kept(Actor actor, @Nullable UUID paperId) {
        return paperId == null ? Mono.empty() : files.keep(actor, paperId);
    }

    /** Effective by the database's clock in the transaction that writes it. */
    public Mono<Enrolment> revoke(Actor actor, UUID membershipId, UUID mandateId, String reason) {
        return transactions.write(reach.membership(actor, membershipId)
                .map(reached -> reached.by(Side.MEMBER, Side.FEDERATION))
                .zipWith(clock.now())
                .flatMap(both -> register.save(
                        both.getT1().membership().revoked(mandateId, both.getT2()),
                        new Act(Act.Kind.MANDATE_REVOKED, actor, reason.strip()),
                        What.MANDATE_REVOKED,
                        AnswerInvitation.others(both.getT1().side()))));
    }

    private Mandate mandate(MandateForm form, Now now) {
        if (form.amountCapFen() <= 0 || form.amountCapFen() > HIGHEST_CAP_FEN) {
            throw FederationProblem.CAP_INVALID.raise(List.of(FieldProblem.of("/amountCapFen", "cap")));
        }
        if (form.to().isBefore(form.from())) {
            throw FederationProblem.DAYS_REVERSED.raise(List.of(FieldProblem.of("/to", "days-reversed")));
        }
        if (form.to().isBefore(now.day())) {
            throw FederationProblem.DAY_PAST.raise(List.of(FieldProblem.of("/to", "day-past")), form.to());
        }
        known(form);
        return new Mandate(
                Ids.next(),
                form.categories().stream().distinct().sorted().toList(),
                form.amountCapFen(),
                form.places().stream().distinct().sorted().toList(),
                form.from(),
                form.to(),
                now.at(),
                null,
                form.paperId());
    }

    private void known(MandateForm form) {
        atMost("/categories", form.categories());
        atMost("/places", form.places());
        var unknown = new ArrayList<FieldProblem>();
        unknown(
                unknown,
                "/categories/",
                form.categories(),
                code -> categories.find(code).isPresent());
        unknown(unknown, "/places/", form.places(), code -> regions.find(code).isPresent());
        if (!unknown.isEmpty()) {
            throw FederationProblem.CODE_UNKNOWN.raise(unknown);
        }
    }

    private static void atMost(String pointer, List<String> codes) {
        if (codes.size() > MOST) {
            throw FederationProblem.TOO_MANY.raise(List.of(FieldProblem.of(pointer, "too-many-items", MOST)), MOST);
        }
    }

    private static void unknown(
            List<FieldProblem> unknown, String pointer, List<String> codes, Predicate<String> known) {
        for (int i = 0; i < codes.size(); i++) {
            if (!known.test(codes.get(i))) {
                unknown.add(FieldProblem.of(pointer + i, "code-unknown", codes.get(i)));
            }
        }
    }
}
