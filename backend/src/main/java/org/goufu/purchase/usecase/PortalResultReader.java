package org.goufu.purchase.usecase;

import java.math.BigDecimal;
import java.util.ArrayList;
import org.goufu.organization.CreditCode;
import org.goufu.purchase.domain.PortalResult;
import org.jspecify.annotations.Nullable;

/** Understands what an officer typed of a portal's result. */
final class PortalResultReader extends Fields {
    private static final int MOST_WINNERS = 20;
    private static final int MOST_PANELISTS = 50;
    private static final int LONGEST_REMARK = 2_000;
    private static final int HUNDRED_POINTS = 10_000;
    private static final PortalResultForm.Service NOTHING = new PortalResultForm.Service(null, null, null, null, null);

    private PortalResultReader() {
        super(new ArrayList<>());
    }

    /** Fails with {@code purchase/not-well-formed}. */
    static PortalResult read(PortalResultForm form) {
        var reader = new PortalResultReader();
        var result = new PortalResult(
                reader.list("/winners", form.winners(), MOST_WINNERS, reader::winner),
                reader.service(form.service() == null ? NOTHING : form.service()),
                reader.list("/panel", form.panel(), MOST_PANELISTS, reader::panelist),
                form.agencyFee() == null ? null : reader.agencyFee(form.agencyFee()),
                reader.text("/otherMatters", form.otherMatters(), LONGEST_REMARK),
                StatutoryReader.publication("/officialPublication", form.officialPublication()));
        reader.refuseWrong();
        return result;
    }

    private PortalResult.Winner winner(String at, PortalResultForm.Winner given) {
        var code = text(at + "/creditCode", given.creditCode(), LONGEST_NAME);
        var partner = Boolean.TRUE.equals(given.partner());
        return new PortalResult.Winner(
                code == null ? null : CreditCode.normalized(code),
                null,
                text(at + "/name", given.name(), LONGEST_NAME),
                text(at + "/address", given.address(), LONGEST_TITLE),
                partner,
                partner ? null : amount(at + "/amountFen", given.amountFen()),
                partner ? null : text(at + "/rate", given.rate(), LONGEST_NAME),
                partner ? null : whole(at + "/scoreHundredths", given.scoreHundredths(), 0, HUNDRED_POINTS),
                partner ? null : amount(at + "/evaluationPriceFen", given.evaluationPriceFen()));
    }

    private PortalResult.Service service(PortalResultForm.Service given) {
        return new PortalResult.Service(
                text("/service/name", given.name(), LONGEST_TITLE),
                text("/service/scope", given.scope(), LONGEST_REMARK),
                text("/service/requirements", given.requirements(), LONGEST_TEXT),
                text("/service/time", given.time(), LONGEST_REMARK),
                text("/service/standards", given.standards(), LONGEST_TEXT));
    }

    private PortalResult.Panelist panelist(String at, PortalResultForm.Panelist given) {
        return new PortalResult.Panelist(
                text(at + "/name", given.name(), LONGEST_NAME), Boolean.TRUE.equals(given.ofDepartment()));
    }

    private PortalResult.@Nullable AgencyFee agencyFee(PortalResultForm.AgencyFee given) {
        var read = new PortalResult.AgencyFee(
                text("/agencyFee/standard", given.standard(), LONGEST_REMARK),
                fee("/agencyFee/amountFen", given.amountFen()));
        return read.standard() == null && read.amountFen() == null ? null : read;
    }

    /** The winner may pay nothing. */
    private @Nullable Long fee(String pointer, @Nullable BigDecimal given) {
        return given != null && given.signum() == 0 ? Long.valueOf(0) : amount(pointer, given);
    }
}
