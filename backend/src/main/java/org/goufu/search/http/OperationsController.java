package org.goufu.search.http;

import io.swagger.v3.oas.annotations.Operation;
import org.goufu.search.index.IndexCheck;
import org.goufu.search.index.Rebuild;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Keeping the index: for operators. */
@RestController
@RequestMapping("/api/operations")
class OperationsController {
    private final Rebuild rebuild;
    private final IndexCheck check;

    OperationsController(Rebuild rebuild, IndexCheck check) {
        this.rebuild = rebuild;
        this.check = check;
    }

    @PostMapping("/index-rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Begins to rebuild the search index behind the one that is in use")
    Mono<Void> rebuild() {
        return rebuild.begin();
    }

    @GetMapping("/index-rebuild")
    @Operation(summary = "How far the rebuilding of the index has come")
    Rebuild.Status status() {
        return rebuild.status();
    }

    @GetMapping("/index-check")
    @Operation(summary = "Compares the index with the database")
    Mono<IndexCheck.Result> check() {
        return check.compare(false);
    }
}
