package org.goufu.reference.http;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.goufu.reference.ReferenceProblem;
import org.goufu.reference.Region;
import org.goufu.reference.Regions;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads the tree of regions. */
@RestController
@RequestMapping("/api/regions")
class RegionController {
    private final Regions regions;
    private final Cached cached;

    RegionController(Regions regions, Cached cached) {
        this.regions = regions;
        this.cached = cached;
    }

    @GetMapping
    @Operation(summary = "Regions under a parent; the province itself when no parent is given")
    ResponseEntity<List<Region>> children(@RequestParam(name = "parent", defaultValue = "") String parent) {
        if (!parent.isEmpty() && regions.find(parent).isEmpty()) {
            throw ReferenceProblem.PARENT_UNKNOWN.raise(parent);
        }
        return cached.answer(regions.children(parent));
    }

    @GetMapping("/{code}")
    @Operation(summary = "One region with its path from the province down")
    ResponseEntity<RegionDetails> one(@PathVariable("code") String code) {
        var region = regions.find(code).orElseThrow(() -> ReferenceProblem.REGION_UNKNOWN.raise(code));
        return cached.answer(RegionDetails.of(region, regions.path(code)));
    }
}
