package org.goufu.bidding.http;

import io.swagger.v3.oas.annotations.Operation;
import java.util.UUID;
import org.goufu.bidding.usecase.FreezeKeyset;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** To whom the bids of a lot are sealed: the exact bytes whose SHA-256 every envelope names. */
@RestController
@RequestMapping("/api/lots/{id}/keyset")
class KeysetController {
    /** Not {@code application/json}, for these bytes are never written anew. */
    private static final String KEYSET = "application/vnd.goufu.keyset+json";

    private final FreezeKeyset freeze;

    KeysetController(FreezeKeyset freeze) {
        this.freeze = freeze;
    }

    @GetMapping(produces = KEYSET)
    @Operation(summary = "The holders who open the lot's bids together, as frozen")
    Mono<byte[]> show(@PathVariable UUID id) {
        return freeze.frozen(id);
    }

    @PostMapping(produces = KEYSET)
    @Operation(summary = "The same, frozen now when the lot had none: a bid is being prepared")
    Mono<byte[]> freeze(@PathVariable UUID id) {
        return freeze.of(id);
    }
}
