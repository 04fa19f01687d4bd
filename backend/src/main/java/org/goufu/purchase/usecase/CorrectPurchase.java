package org.goufu.purchase.usecase;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.goufu.kernel.Actor;
import org.goufu.kernel.FieldProblem;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.time.BusinessClock;
import org.goufu.purchase.Finding;
import org.goufu.purchase.Statutory.OfficialPublication;
import org.goufu.purchase.domain.Circumstances;
import org.goufu.purchase.domain.Content;
import org.goufu.purchase.domain.CorrectedCall;
import org.goufu.purchase.domain.Correction;
import org.goufu.purchase.domain.CorrectionRules;
import org.goufu.purchase.domain.Differences;
import org.goufu.purchase.domain.PurchaseProblem;
import org.goufu.purchase.usecase.ComparePurchase.Change;
import org.goufu.reference.Regions;
import org.goufu.reference.ServiceCategories;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Corrects what was published: one person writes it, another publishes it. */
@Component
public class CorrectPurchase {
    private final Corrections corrections;
    private final PublishCorrection publication;
    private final Examination examination;
    private final BusinessClock clock;
    private final Regions regions;
    private final ServiceCategories categories;
    private final Transactions transactions;

    CorrectPurchase(
            Corrections corrections,
            PublishCorrection publication,
            Examination examination,
            BusinessClock clock,
            Regions regions,
            ServiceCategories categories,
            Transactions transactions) {
        this.corrections = corrections;
        this.publication = publication;
        this.examination = examination;
        this.clock = clock;
        this.regions = regions;
        this.categories = categories;
        this.transactions = transactions;
    }

    /**
     * What a person sends: whatever the changes leave out stays.
     *
     * @param officialPublication of a call above the purchase limit: where the statutory medium published the correction
     */
    public record Written(
            @Nullable PurchaseForm changes,
            @Nullable String reason,
            PurchaseForm.@Nullable Publication officialPublication) {}

    /**
     * A correction before it is published.
     *
     * @param earliest the first day on which bids may close where the change concerns them, null past the last loaded day
     * @param concernsBids whether it does
     */
    public record Draft(
            Correction correction,
            List<Change> changes,
            List<Finding> findings,
            Instant deadlineBefore,
            boolean concernsBids,
            @Nullable LocalDate earliest) {}

    /** What would come of it; nothing is kept. */
    public Mono<Draft> check(Actor actor, UUID purchase, Written written) {
        return own(actor, corrections.call(purchase)).flatMap(call -> drafted(call, read(call, written, actor)));
    }

    /** Keeps it for the second person, over what was kept before; fails with {@code purchase/correction-refused}. */
    public Mono<Draft> prepare(Actor actor, UUID purchase, Written written) {
        return transactions.write(own(actor, corrections.hold(purchase))
                .flatMap(call -> drafted(
                        call,
                        Correction.written(call, content(call, written), written.reason(), official(written), actor)))
                .doOnNext(CorrectPurchase::refuseErrors)
                .delayUntil(draft -> corrections.prepare(draft.correction())));
    }

    /** What is kept, held against the rules of this moment; fails with {@code purchase/correction-missing}. */
    public Mono<Draft> prepared(Actor actor, UUID purchase) {
        return corrections
                .call(purchase)
                .map(call -> call.ownedBy(actor.department()))
                .flatMap(call -> kept(purchase).flatMap(correction -> drafted(call, correction)));
    }

    /** Takes it back. */
    public Mono<Void> drop(Actor actor, UUID purchase) {
        return transactions.write(corrections
                .hold(purchase)
                .map(call -> call.ownedBy(actor.department()))
                .then(Mono.defer(() -> kept(purchase)))
                .then(Mono.defer(() -> corrections.drop(purchase))));
    }

    /** The id of the published notice. */
    public Mono<UUID> publish(Actor approver, UUID purchase) {
        return transactions.write(own(approver, corrections.hold(purchase))
                .flatMap(call -> kept(purchase)
                        .map(correction -> correction.publishedBy(approver))
                        .flatMap(correction -> drafted(call, correction))
                        .doOnNext(CorrectPurchase::refuseErrors)
                        .flatMap(draft -> publication.publish(approver, call, draft.correction()))));
    }

    private static Mono<CorrectedCall> own(Actor actor, Mono<CorrectedCall> found) {
        return found.map(call -> call.ownedBy(actor.department()).correctable());
    }

    private Mono<Correction> kept(UUID purchase) {
        return corrections.prepared(purchase).switchIfEmpty(Mono.error(PurchaseProblem.CORRECTION_MISSING::raise));
    }

    /** While it is being written it may still lack its reason. */
    private Correction read(CorrectedCall call, Written written, Actor actor) {
        return new Correction(
                call.purchase(),
                content(call, written),
                written.reason() == null ? "" : written.reason(),
                official(written),
                actor.accountId(),
                actor.displayName());
    }

    private static @Nullable OfficialPublication official(Written written) {
        return StatutoryReader.publication("/officialPublication", written.officialPublication());
    }

    private Content content(CorrectedCall call, Written written) {
        var form = written.changes();
        if (form == null) return call.content();
        var said = FormReader.read(form, call.content(), regions, categories);
        var changed = Correction.changed(call, said);
        // The lawful ratios are read as none, so whether they are said is seen by the form alone.
        return form.lowPrice() == null ? changed : changed.withLowPrice(said.lowPrice());
    }

    private Mono<Draft> drafted(CorrectedCall call, Correction correction) {
        var before = call.content();
        var after = correction.content();
        var changes =
                Differences.between(before, after, code -> regions.coded(code).name());
        return clock.now()
                .flatMap(now -> examination.circumstances(after, call.department(), now))
                .map(circumstances -> new Draft(
                        correction,
                        changes.stream().map(Change::of).toList(),
                        findings(call, correction, changes, circumstances),
                        Objects.requireNonNull(before.bidDeadline()),
                        CorrectionRules.concernsBids(changes),
                        CorrectionRules.earliest(
                                before.method(), correction.told(circumstances.now()), circumstances.calendar())));
    }

    private static List<Finding> findings(
            CorrectedCall call, Correction correction, List<Differences.Change> changes, Circumstances circumstances) {
        var told = correction.told(circumstances.now());
        return Stream.concat(
                        CorrectionRules.check(changes, call.content(), correction.content(), told, circumstances)
                                .stream(),
                        correction.checkOfficial(call, circumstances).stream())
                .sorted(Comparator.comparing(Finding::severity))
                .toList();
    }

    private static void refuseErrors(Draft draft) {
        var fields = draft.findings().stream()
                .filter(Finding::blocks)
                .map(finding -> new FieldProblem(pointer(finding), finding.code(), finding.arguments()))
                .toList();
        if (!fields.isEmpty()) throw PurchaseProblem.CORRECTION_REFUSED.raise(fields, fields.size());
    }

    private static String pointer(Finding finding) {
        return finding.pointer().startsWith("/officialPublication")
                ? finding.pointer()
                : "/changes" + finding.pointer();
    }
}
