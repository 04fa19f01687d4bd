package org.goufu.reference.http;

import java.util.List;
import org.goufu.kernel.Coded;
import org.goufu.reference.ServiceCategory;
import org.jspecify.annotations.Nullable;

/** A service category with its path from the top down, itself included. */
record ServiceCategoryDetails(
        String code,
        String name,
        int level,
        @Nullable String parent,
        int childCount,
        String source,
        boolean verified,
        List<Coded> path) {

    static ServiceCategoryDetails of(ServiceCategory category, List<ServiceCategory> path) {
        return new ServiceCategoryDetails(
                category.code(),
                category.name(),
                category.level(),
                category.parent(),
                category.childCount(),
                category.source(),
                category.verified(),
                path.stream().map(step -> new Coded(step.code(), step.name())).toList());
    }
}
