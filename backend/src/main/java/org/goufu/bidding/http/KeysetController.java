package org.goufu.bidding.http;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import org.goufu.bidding.usecase.FreezeKeyset;
import org.goufu.bidding.usecase.ProveKeyset;
import org.goufu.bidding.usecase.ProveKeyset.ProvedKey;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** To whom the bids of a lot are sealed: the exact bytes whose SHA-256 every envelope names. */
@RestController
@RequestMapping("/api/lots/{id}/keyset")
class KeysetController {
    /** Not {@code application/json}, for these bytes are never written anew. */
    private static final String KEYSET = "application/vnd.goufu.keyset+json";

    private final FreezeKeyset freeze;
    private final ProveKeyset prove;

    KeysetController(FreezeKeyset freeze, ProveKeyset prove) {
        this.freeze = freeze;
        this.prove = prove;
    }

    /**
     * In the order of the document.
     *
     * @param keyset of the act that entered the document; it names the last act of each key in it
     */
    record KeyReceipts(
            String keyset,
            List<ProvedKey> items,
            long total,
            @Nullable String next) {}

    @GetMapping(produces = KEYSET)
    @Operation(
            summary =
                    "The holders who open the lot's bids together, as frozen; with a digest those of bids that name it")
    Mono<byte[]> show(@PathVariable UUID id, @RequestParam(name = "digest", required = false) @Nullable String digest) {
        return digest == null ? freeze.frozen(id) : freeze.frozen(id, digest);
    }

    @PostMapping(produces = KEYSET)
    @Operation(summary = "The same, frozen now when the lot had none: a bid is being prepared")
    Mono<byte[]> freeze(@PathVariable UUID id) {
        return freeze.of(id);
    }

    @GetMapping("/receipts")
    @Operation(
            summary = "For the document and every key in it the proof that it stands in the ledger (C2SP tlog-proof)")
    Mono<KeyReceipts> receipts(@PathVariable UUID id) {
        return prove.of(id)
                .collectList()
                .zipWhen(all -> prove.entered(id), (all, keyset) -> new KeyReceipts(keyset, all, all.size(), null));
    }
}
