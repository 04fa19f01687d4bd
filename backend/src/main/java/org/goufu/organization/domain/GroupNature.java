package org.goufu.organization.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a group is by nature; only the first may be filed (四川省 社区社会组织备案: domain.md 2.3). */
public enum GroupNature {
    RESIDENTS(List.of()),
    /** A working body of the residents' or villagers' committee. */
    COMMITTEE_BODY(List.of("调解委员会", "治安保卫委员会", "公共卫生委员会", "居务监督委员会", "村务监督委员会")),
    OWNERS_COMMITTEE(List.of("业主委员会", "业委会", "业主大会")),
    BUILDING_SELF_GOVERNANCE(List.of("楼栋自治", "院落自治", "楼委会", "院委会", "自管会")),
    PROFIT(List.of("公司", "经营部", "商行", "合作社"));

    private final List<String> words;

    GroupNature(List<String> words) {
        this.words = words;
    }

    public boolean mayBeFiled() {
        return this == RESIDENTS;
    }

    /** The kind that the name speaks of, when it is one that may not be filed. */
    public static Optional<GroupNature> namedBy(String name) {
        return Arrays.stream(values())
                .filter(nature -> nature.words.stream().anyMatch(name::contains))
                .findFirst();
    }
}
