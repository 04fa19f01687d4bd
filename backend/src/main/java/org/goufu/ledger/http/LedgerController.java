package org.goufu.ledger.http;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Duration;
import java.util.UUID;
import org.goufu.kernel.Page;
import org.goufu.ledger.sql.EntrySummary;
import org.goufu.ledger.sql.LedgerQueries;
import org.goufu.ledger.usecase.ProveEntries;
import org.goufu.ledger.usecase.ReadTiles;
import org.goufu.ledger.usecase.SignCheckpoint;
import org.goufu.platform.http.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The ledger as strangers read it: signed heads, and proofs in the formats of the transparency logs (C2SP). */
@RestController
@RequestMapping("/api/ledger")
class LedgerController {
    private static final CacheControl NEVER_CHANGES =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final MediaType TEXT = MediaType.parseMediaType("text/plain;charset=UTF-8");

    private final SignCheckpoint checkpoints;
    private final ProveEntries entries;
    private final ReadTiles tiles;
    private final LedgerQueries queries;

    LedgerController(SignCheckpoint checkpoints, ProveEntries entries, ReadTiles tiles, LedgerQueries queries) {
        this.checkpoints = checkpoints;
        this.entries = entries;
        this.tiles = tiles;
        this.queries = queries;
    }

    @GetMapping("/entries")
    @Operation(summary = "What was done in a purchase, with each act's place in the ledger")
    Mono<Page<EntrySummary>> entries(
            @RequestParam(name = "purchase") UUID purchase,
            @RequestParam(name = "size", defaultValue = PageRequest.DEFAULT_SIZE) int size,
            @RequestParam(name = "after", required = false) @Nullable String after) {
        return queries.ofPurchase(purchase, PageRequest.of(size, after));
    }

    @GetMapping(value = "/key", produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(summary = "The public key of the ledger, to be kept by whoever wants to verify")
    Mono<ResponseEntity<String>> key() {
        return Mono.just(text(checkpoints.verifierText() + "\n"));
    }

    @GetMapping(value = "/checkpoint", produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(summary = "The signed head of the ledger (C2SP tlog-checkpoint)")
    Mono<ResponseEntity<String>> checkpoint() {
        return checkpoints.note().map(LedgerController::text);
    }

    @GetMapping(value = "/entries/{index}/proof", produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(summary = "An act with the proof that it stands in the ledger (C2SP tlog-proof)")
    Mono<ResponseEntity<String>> proof(@PathVariable long index) {
        var name = ContentDisposition.attachment()
                .filename("goufu-" + index + ".tlog-proof")
                .build();
        return entries.receipt(index)
                .map(receipt -> ResponseEntity.ok()
                        .contentType(TEXT)
                        .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                        .body(receipt));
    }

    @GetMapping(value = "/consistency", produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(summary = "The proof that the ledger of one size begins with that of a smaller one, a hash a line")
    Mono<ResponseEntity<String>> consistency(
            @RequestParam(name = "before") long before, @RequestParam(name = "size") long size) {
        return entries.consistency(before, size).map(LedgerController::text);
    }

    @GetMapping(value = "/tile/{level}/{*path}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(summary = "A piece of the tree, or of its entries, that never changes (C2SP tlog-tiles)")
    Mono<ResponseEntity<DataBuffer>> tile(@PathVariable String level, @PathVariable String path) {
        return tiles.tile(level, path.substring(1))
                .map(bytes -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .cacheControl(NEVER_CHANGES)
                        .body(DefaultDataBufferFactory.sharedInstance.wrap(bytes)));
    }

    private static ResponseEntity<String> text(String text) {
        return ResponseEntity.ok().contentType(TEXT).body(text);
    }
}
