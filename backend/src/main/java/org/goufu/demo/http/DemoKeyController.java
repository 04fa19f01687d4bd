package org.goufu.demo.http;

import io.swagger.v3.oas.annotations.Operation;
import org.goufu.demo.domain.DemoProblem;
import org.goufu.demo.sql.KeyFileQueries;
import org.goufu.kernel.Actor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Hands a demo person the opening key that was made for him or her; elsewhere keys are made in the browser and never come here. */
@RestController
@RequestMapping("/api/demo/holder-key")
@ConditionalOnBooleanProperty("goufu.demo.enabled")
class DemoKeyController {
    private static final String KEY_FILE = "application/vnd.goufu.key+json";

    private final KeyFileQueries files;

    DemoKeyController(KeyFileQueries files) {
        this.files = files;
    }

    @GetMapping(produces = KEY_FILE)
    @Operation(summary = "The demo's own opening key of the caller, as a file; its passphrase is goufu-demo")
    Mono<ResponseEntity<byte[]>> download(Actor actor) {
        var name = ContentDisposition.attachment()
                .filename("goufu-key-" + actor.username() + ".json")
                .build();
        return files.of(actor.accountId())
                .switchIfEmpty(Mono.error(DemoProblem.NO_KEY::raise))
                .map(file -> ResponseEntity.ok()
                        .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                        .body(file));
    }
}
