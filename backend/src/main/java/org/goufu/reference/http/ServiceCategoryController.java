package org.goufu.reference.http;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.goufu.reference.ReferenceProblem;
import org.goufu.reference.ServiceCategories;
import org.goufu.reference.ServiceCategory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads the guiding catalogue of services. */
@RestController
@RequestMapping("/api/service-categories")
class ServiceCategoryController {
    private final ServiceCategories categories;
    private final Cached cached;

    ServiceCategoryController(ServiceCategories categories, Cached cached) {
        this.categories = categories;
        this.cached = cached;
    }

    @GetMapping
    @Operation(summary = "Service categories under a parent; the top level when no parent is given")
    ResponseEntity<List<ServiceCategory>> children(@RequestParam(name = "parent", defaultValue = "") String parent) {
        if (!parent.isEmpty() && categories.find(parent).isEmpty()) {
            throw ReferenceProblem.PARENT_UNKNOWN.raise(parent);
        }
        return cached.answer(categories.children(parent));
    }

    @GetMapping("/{code}")
    @Operation(summary = "One service category with its path from the top down")
    ResponseEntity<ServiceCategoryDetails> one(@PathVariable("code") String code) {
        var category = categories.find(code).orElseThrow(() -> ReferenceProblem.CATEGORY_UNKNOWN.raise(code));
        return cached.answer(ServiceCategoryDetails.of(category, categories.path(code)));
    }
}
