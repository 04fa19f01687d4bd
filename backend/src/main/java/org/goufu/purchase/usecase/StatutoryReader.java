package org.goufu.purchase.usecase;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.goufu.kernel.FieldProblem;
import org.goufu.purchase.MethodGround;
import org.goufu.purchase.Statutory;
import org.goufu.purchase.Statutory.Agency;
import org.goufu.purchase.Statutory.Documents;
import org.goufu.purchase.Statutory.Intention;
import org.goufu.purchase.Statutory.MethodApproval;
import org.goufu.purchase.Statutory.OfficialPublication;
import org.jspecify.annotations.Nullable;

/** Understands what a form says of a statutory method. */
final class StatutoryReader extends Fields {
    private static final int LONGEST_REASON = 2_000;

    private final String at;

    StatutoryReader(String at, List<FieldProblem> problems) {
        super(problems);
        this.at = at;
    }

    /** Of a notice that follows a call; fails with {@code purchase/not-well-formed}. */
    static @Nullable OfficialPublication publication(String pointer, PurchaseForm.@Nullable Publication given) {
        if (given == null) return null;
        var reader = new StatutoryReader(pointer, new ArrayList<>());
        var publication = reader.official(pointer, given);
        reader.refuseWrong();
        return publication;
    }

    /** Null where nothing is said at all. */
    @Nullable
    Statutory read(PurchaseForm.StatutoryPart form) {
        var read = new Statutory(
                text(at + "/projectCode", form.projectCode(), LONGEST_NAME),
                form.officialPublication() == null
                        ? null
                        : official(at + "/officialPublication", form.officialPublication()),
                code(at + "/ground", form.ground(), MethodGround.class),
                form.approval() == null ? null : approval(form.approval()),
                form.intention() == null ? null : intention(form.intention()),
                text(at + "/intentionExemptReason", form.intentionExemptReason(), LONGEST_REASON),
                form.documents() == null ? null : documents(form.documents()),
                text(at + "/contractTerm", form.contractTerm(), LONGEST_TITLE),
                text(at + "/submissionPlace", form.submissionPlace(), LONGEST_TITLE),
                text(at + "/openingPlace", form.openingPlace(), LONGEST_TITLE),
                form.agency() == null ? null : agency(form.agency()),
                text(at + "/otherMatters", form.otherMatters(), LONGEST_TEXT));
        return read.equals(Statutory.NOTHING) ? null : read;
    }

    private @Nullable OfficialPublication official(String pointer, PurchaseForm.Publication given) {
        var read = new OfficialPublication(
                text(pointer + "/medium", given.medium(), LONGEST_NAME),
                address(pointer + "/url", given.url()),
                text(pointer + "/noticeId", given.noticeId(), LONGEST_NAME),
                moment(pointer + "/publishedAt", given.publishedAt()));
        return read.equals(new OfficialPublication(null, null, null, null)) ? null : read;
    }

    private @Nullable MethodApproval approval(PurchaseForm.Approval given) {
        var read = new MethodApproval(
                text(at + "/approval/number", given.number(), LONGEST_NAME),
                text(at + "/approval/authority", given.authority(), LONGEST_NAME),
                day(at + "/approval/date", given.date()));
        return read.equals(new MethodApproval(null, null, null)) ? null : read;
    }

    private @Nullable Intention intention(PurchaseForm.Announced given) {
        var read = new Intention(
                text(at + "/intention/number", given.number(), LONGEST_NAME),
                day(at + "/intention/publishedOn", given.publishedOn()));
        return read.equals(new Intention(null, null)) ? null : read;
    }

    private @Nullable Documents documents(PurchaseForm.Papers given) {
        var read = new Documents(
                moment(at + "/documents/from", given.from()),
                moment(at + "/documents/to", given.to()),
                text(at + "/documents/place", given.place(), LONGEST_TITLE),
                text(at + "/documents/way", given.way(), LONGEST_TITLE),
                price(at + "/documents/priceFen", given.priceFen()));
        return read.equals(new Documents(null, null, null, null, null)) ? null : read;
    }

    /** Mostly nothing. */
    private @Nullable Long price(String pointer, @Nullable BigDecimal given) {
        return given != null && given.signum() == 0 ? Long.valueOf(0) : amount(pointer, given);
    }

    private @Nullable Agency agency(PurchaseForm.Agent given) {
        var read = new Agency(
                text(at + "/agency/name", given.name(), LONGEST_NAME),
                text(at + "/agency/address", given.address(), LONGEST_TITLE),
                pattern(at + "/agency/phone", given.phone(), PHONE, "phone"));
        return read.equals(new Agency(null, null, null)) ? null : read;
    }
}
