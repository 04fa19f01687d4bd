package org.goufu.ledger.http;

import io.swagger.v3.oas.annotations.Operation;
import java.util.UUID;
import org.goufu.ledger.usecase.MakeBundle;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a stranger takes home to verify a purchase. */
@RestController
@RequestMapping("/api/purchases")
class BundleController {
    private static final String ZIP = "application/zip";

    private final MakeBundle bundles;

    BundleController(MakeBundle bundles) {
        this.bundles = bundles;
    }

    @GetMapping(value = "/{id}/bundle", produces = ZIP)
    @Operation(
            summary = "Everything that a stranger needs to verify the purchase as far as it has come, as a ZIP archive")
    Mono<ResponseEntity<Flux<DataBuffer>>> read(@PathVariable UUID id) {
        var name =
                ContentDisposition.attachment().filename("goufu-" + id + ".zip").build();
        return bundles.of(id)
                .map(files -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(ZIP))
                        .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                        .body(new ZippedFiles().of(files)));
    }
}
