package org.goufu.search.http;

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
    Mono<Void> rebuild() {
        return rebuild.begin();
    }

    @GetMapping("/index-rebuild")
    Rebuild.Status status() {
        return rebuild.status();
    }

    @GetMapping("/index-check")
    Mono<IndexCheck.Result> check() {
        return check.compare(false);
    }
}
