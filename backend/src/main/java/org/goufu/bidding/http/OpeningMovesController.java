package org.goufu.bidding.http;

import io.swagger.v3.oas.annotations.Operation;
import java.util.UUID;
import org.goufu.bidding.domain.OpeningProblem;
import org.goufu.bidding.sql.OpeningQueries;
import org.goufu.platform.http.Moves;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The live stream of an opening. */
@RestController
class OpeningMovesController {
    private final OpeningQueries queries;
    private final Moves moves;

    OpeningMovesController(OpeningQueries queries, Moves moves) {
        this.queries = queries;
        this.moves = moves;
    }

    /** Who comes before the opening begins hears nothing until it does. */
    @GetMapping(path = "/api/lots/{id}/opening/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            summary =
                    "Says, as events named moved, that an opening has moved; nothing of a box that is not being opened")
    Flux<ServerSentEvent<String>> events(@PathVariable UUID id) {
        return queries.opening(id)
                .switchIfEmpty(Mono.error(OpeningProblem.NOT_FOUND::raise))
                .flatMapMany(found -> moves.of("opening", id));
    }
}
