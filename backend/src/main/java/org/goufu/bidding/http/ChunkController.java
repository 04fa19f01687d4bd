package org.goufu.bidding.http;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import org.goufu.bidding.usecase.UploadChunks;
import org.goufu.kernel.Actor;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Ciphertext of bids, piece by piece: what came in stays, what did not is sent again. */
@RestController
@RequestMapping("/api/lots/{lot}/envelopes/{id}/chunks")
class ChunkController {
    private final UploadChunks upload;

    ChunkController(UploadChunks upload) {
        this.upload = upload;
    }

    /** @param items SHA-256 of each piece that has come in, in hexadecimal digits */
    record KeptChunks(List<String> items) {}

    @GetMapping
    @Operation(summary = "Which pieces of an envelope have come in, so that only the others are sent again")
    Mono<KeptChunks> kept(Actor actor, @PathVariable UUID lot, @PathVariable UUID id) {
        return upload.kept(actor, id).collectSortedList().map(KeptChunks::new);
    }

    @GetMapping(value = "/{sha256}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(summary = "One piece of the caller's own ciphertext as it came in, to seal the same content again")
    Mono<byte[]> piece(Actor actor, @PathVariable UUID lot, @PathVariable UUID id, @PathVariable String sha256) {
        return upload.piece(actor, id, sha256);
    }

    @PutMapping(value = "/{sha256}", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes one piece of ciphertext of at most 512 KiB and its tag, once or again")
    Mono<Void> keep(
            Actor actor,
            @PathVariable UUID lot,
            @PathVariable UUID id,
            @PathVariable String sha256,
            @RequestBody Flux<DataBuffer> content) {
        return Pieces.whole(content).flatMap(bytes -> upload.by(actor, lot, id, sha256, bytes));
    }
}
