package org.goufu.purchase;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a lot came to, as its result notice says it (forms N05 and P02; 政府采购法实施条例 第43条).
 *
 * @param scoreHundredths the total under 综合评分法, in hundredths of a point; null where nothing was scored
 * @param panel who evaluated
 * @param ranking all whose bids were compared, the first first
 * @param consortium those who carry it out together, the lead first; empty for others
 * @param groups the groups that a federation carries it out with; empty for others
 */
public record Award(
        UUID lot,
        Winner winner,
        long amountFen,
        @Nullable Integer scoreHundredths,
        List<Panelist> panel,
        List<Ranked> ranking,
        List<String> groups,
        List<Member> consortium) {

    public Award {
        panel = List.copyOf(panel);
        ranking = List.copyOf(ranking);
        groups = List.copyOf(groups);
        consortium = List.copyOf(consortium);
    }

    /** @param share of the price, in hundredths of a percent */
    public record Member(String name, @Nullable String creditCode, String work, int share) {}

    /** Who carries it out; of a consortium all are named, credit code and address are the lead's. */
    public record Winner(UUID id, String name, @Nullable String creditCode, String address) {}

    /** An evaluator by name; the department's own people are marked. */
    public record Panelist(String name, boolean ofDepartment) {}

    /** One of those who were compared. */
    public record Ranked(
            int rank, String name, long priceFen, @Nullable Integer scoreHundredths) {}
}
