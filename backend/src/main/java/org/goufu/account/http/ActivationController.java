package org.goufu.account.http;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.goufu.account.usecase.Activate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Accounts that people open themselves with a code. */
@RestController
@RequestMapping("/api/activations")
class ActivationController {
    private final Activate activate;

    ActivationController(Activate activate) {
        this.activate = activate;
    }

    record Activation(
            @NotBlank @Size(max = 64) String code,
            @NotBlank @Size(max = 256) String password) {

        /** Neither must reach a log by way of a record's text. */
        @Override
        public String toString() {
            return "Activation";
        }
    }

    /** The name to sign in with. */
    record Activated(String username) {}

    @PostMapping
    @Operation(summary = "Opens an account with the code that was handed out, under a password that the person chooses")
    Mono<Activated> open(@Valid @RequestBody Activation activation) {
        return activate.by(activation.code(), activation.password()).map(Activated::new);
    }
}
