package org.goufu.reference.http;

import java.util.List;
import org.goufu.kernel.Coded;
import org.goufu.reference.Region;
import org.jspecify.annotations.Nullable;

/** A region with its path from the province down, itself included. */
record RegionDetails(
        String code,
        String name,
        int level,
        @Nullable String parent,
        int childCount,
        String fullName,
        List<Coded> path) {

    static RegionDetails of(Region region, List<Region> path) {
        return new RegionDetails(
                region.code(),
                region.name(),
                region.level(),
                region.parent(),
                region.childCount(),
                region.fullName(),
                path.stream().map(step -> new Coded(step.code(), step.name())).toList());
    }
}
