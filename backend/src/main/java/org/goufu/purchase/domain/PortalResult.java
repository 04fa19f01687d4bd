package org.goufu.purchase.domain;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goufu.purchase.Statutory.OfficialPublication;
import org.jspecify.annotations.Nullable;

/**
 * What the statutory medium published as the result of a lot whose bids were given there (form N05, domain.md 1.6); while it is being
 * written any of it may be missing.
 *
 * @param winners one, or several that each won a part; of a consortium its lead and behind it its partners
 * @param panel who evaluated
 * @param agencyFee null where none is taken
 * @param otherMatters 其他补充事宜; an amount above the ceiling is explained there
 * @param official where the statutory medium published the result
 */
public record PortalResult(
        List<Winner> winners,
        Service service,
        List<Panelist> panel,
        @Nullable AgencyFee agencyFee,
        @Nullable String otherMatters,
        @Nullable OfficialPublication official) {
    private static final Service NOTHING = new Service(null, null, null, null, null);

    public PortalResult {
        winners = List.copyOf(winners);
        panel = List.copyOf(panel);
    }

    /**
     * One winner.
     *
     * @param body of the registry, null where the registry does not know its code: then name and address are as a person typed them
     * @param partner of the consortium whose lead stands before it: it has no amount and no points of its own
     * @param amountFen 中标（成交）金额; null where only a rate was offered
     * @param rate 下浮率 or 费率, in words
     * @param scoreHundredths 评审总得分 under 综合评分法, in hundredths of a point
     * @param evaluationPriceFen 评审报价, after policy deductions, where the lowest price wins
     */
    public record Winner(
            @Nullable String creditCode,
            @Nullable UUID body,
            @Nullable String name,
            @Nullable String address,
            boolean partner,
            @Nullable Long amountFen,
            @Nullable String rate,
            @Nullable Integer scoreHundredths,
            @Nullable Long evaluationPriceFen) {

        /** As the registry has it; the address that was typed stands where the registry has none. */
        public Winner known(UUID id, String registered, String registeredAddress) {
            return new Winner(
                    creditCode,
                    id,
                    registered,
                    registeredAddress.isBlank() ? address : registeredAddress,
                    partner,
                    amountFen,
                    rate,
                    scoreHundredths,
                    evaluationPriceFen);
        }

        /** As it was typed. */
        public Winner unknown() {
            return new Winner(
                    creditCode, null, name, address, partner, amountFen, rate, scoreHundredths, evaluationPriceFen);
        }
    }

    /** 主要标的信息 of a service. */
    public record Service(
            @Nullable String name,
            @Nullable String scope,
            @Nullable String requirements,
            @Nullable String time,
            @Nullable String standards) {}

    /** 评审专家 by name alone (V11); the purchaser's representative is marked. */
    public record Panelist(@Nullable String name, boolean ofDepartment) {}

    /** 代理服务收费标准及金额. */
    public record AgencyFee(
            @Nullable String standard, @Nullable Long amountFen) {}

    /** As the form begins: what the call says of the service, and nothing of what only the medium knows. */
    public static PortalResult begun(Content content, UUID lot, Function<String, String> placeName) {
        var service = content.lots().stream()
                .filter(one -> one.id().equals(lot))
                .findFirst()
                .map(one -> new Service(
                        one.title(),
                        one.serviceRegionCodes().stream().map(placeName).collect(Collectors.joining("；")),
                        one.description() == null ? content.description() : one.description(),
                        content.statutoryOrNothing().contractTerm(),
                        "按采购文件和响应文件约定"))
                .orElse(NOTHING);
        return new PortalResult(List.of(), service, List.of(), null, null, null);
    }

    public PortalResult wonBy(List<Winner> others) {
        return new PortalResult(others, service, panel, agencyFee, otherMatters, official);
    }

    /** Those who stand for a bid, their partners apart. */
    Stream<Winner> leads() {
        return winners.stream().filter(winner -> !winner.partner());
    }

    /** All amounts together; null where one of them is only a rate. */
    @Nullable
    Long amountFen() {
        return winners.isEmpty() || leads().anyMatch(lead -> lead.amountFen() == null)
                ? null
                : Long.valueOf(leads().mapToLong(lead -> lead.amountFen() == null ? 0 : lead.amountFen())
                        .sum());
    }
}
