package org.goufu.organization.domain;

import java.util.List;
import java.util.Optional;

/** What a filed group may call itself. */
public final class GroupName {
    private static final List<String> REGISTERED_FORMS =
            List.of("社会团体", "协会", "学会", "研究会", "促进会", "联合会", "联谊会", "商会", "总会", "基金会");

    private GroupName() {}

    /** The word that claims to be registered: without registration nobody acts in the name of 社会团体 (社会团体登记管理条例 第32条). */
    public static Optional<String> claim(String name) {
        return REGISTERED_FORMS.stream().filter(name::contains).findFirst();
    }
}
