package org.goufu.search.query;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import org.goufu.kernel.CategoryCode;
import org.goufu.kernel.RegionCode;
import org.goufu.reference.Region;
import org.goufu.reference.Regions;
import org.goufu.reference.ServiceCategories;
import org.goufu.reference.ServiceCategory;
import org.springframework.stereotype.Component;

/** Which nodes of the two trees a facet offers: those under the chosen ones, or beside a chosen leaf. */
@Component
class Tree {
    private static final String PROVINCE = "51";

    private final Regions regions;
    private final ServiceCategories categories;

    Tree(Regions regions, ServiceCategories categories) {
        this.regions = regions;
        this.categories = categories;
    }

    List<String> regions(Collection<String> chosen) {
        Function<String, List<String>> children =
                code -> regions.children(code).stream().map(Region::code).toList();
        return nodes(
                chosen,
                children,
                code -> new RegionCode(code)
                        .upTo(new RegionCode(code).level() - 1)
                        .value(),
                PROVINCE);
    }

    List<String> categories(Collection<String> chosen) {
        Function<String, List<String>> children = code ->
                categories.children(code).stream().map(ServiceCategory::code).toList();
        return nodes(chosen, children, Tree::parent, "");
    }

    private static String parent(String category) {
        var path = new CategoryCode(category).path();
        return path.size() > 1 ? path.get(path.size() - 2) : "";
    }

    private static List<String> nodes(
            Collection<String> chosen,
            Function<String, List<String>> children,
            Function<String, String> parent,
            String root) {
        if (chosen.isEmpty()) return children.apply(root);
        var nodes = new LinkedHashSet<String>();
        for (var code : chosen) {
            var under = children.apply(code);
            nodes.addAll(under.isEmpty() ? children.apply(parent.apply(code)) : under);
        }
        return List.copyOf(nodes);
    }

    String regionName(String code) {
        return regions.coded(code).name();
    }

    String categoryName(String code) {
        return categories.coded(code).name();
    }
}
