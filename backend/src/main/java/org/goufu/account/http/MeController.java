package org.goufu.account.http;

import io.swagger.v3.oas.annotations.Operation;
import org.goufu.account.Affiliations;
import org.goufu.kernel.Actor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Who is calling. */
@RestController
@RequestMapping("/api/me")
class MeController {
    private final Affiliations affiliations;

    MeController(Affiliations affiliations) {
        this.affiliations = affiliations;
    }

    @GetMapping
    @Operation(summary = "Who is calling, and for which body")
    Mono<Me> me(Actor actor) {
        return affiliations.of(actor).map(affiliation -> Me.of(actor, affiliation));
    }
}
