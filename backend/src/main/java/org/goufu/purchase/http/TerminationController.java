package org.goufu.purchase.http;

import io.swagger.v3.oas.annotations.Operation;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.purchase.sql.LotOutcomeQueries;
import org.goufu.purchase.sql.LotOutcomeView;
import org.goufu.purchase.sql.NoticeDetails;
import org.goufu.purchase.sql.NoticeQueries;
import org.goufu.purchase.usecase.TerminateLot;
import org.goufu.purchase.usecase.TerminateLot.Written;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What lots come to, and how one ends without a result. */
@RestController
@RequestMapping("/api")
class TerminationController {
    private final TerminateLot terminate;
    private final LotOutcomeQueries outcomes;
    private final NoticeQueries notices;

    TerminationController(TerminateLot terminate, LotOutcomeQueries outcomes, NoticeQueries notices) {
        this.terminate = terminate;
        this.outcomes = outcomes;
        this.notices = notices;
    }

    @GetMapping("/purchases/{id}/outcomes")
    @Operation(
            summary = "What the lots of a published purchase came to; its department also sees prepared terminations")
    Flux<LotOutcomeView> outcomes(@Nullable Actor actor, @PathVariable UUID id) {
        return outcomes.ofPurchase(id, actor == null ? null : actor.departmentId());
    }

    @PutMapping("/lots/{id}/termination")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Prepares the termination of a lot, or words it anew; another person publishes it")
    Mono<Void> prepare(Actor actor, @PathVariable UUID id, @RequestBody Written written) {
        return terminate.prepare(actor, id, written);
    }

    @DeleteMapping("/lots/{id}/termination")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes a prepared termination back")
    Mono<Void> drop(Actor actor, @PathVariable UUID id) {
        return terminate.drop(actor, id);
    }

    @PostMapping("/lots/{id}/termination/publication")
    @Operation(summary = "Publishes the prepared termination of a lot (N07) and answers its notice")
    Mono<NoticeDetails> publish(Actor actor, @PathVariable UUID id) {
        return terminate.publish(actor, id).flatMap(notices::details);
    }
}
