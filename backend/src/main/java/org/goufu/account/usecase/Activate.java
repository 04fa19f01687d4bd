package org.goufu.account.usecase;

import java.util.List;
import org.goufu.account.PasswordHasher;
import org.goufu.account.domain.ActivationCode;
import org.goufu.account.domain.ActivationProblem;
import org.goufu.account.domain.NewPassword;
import org.goufu.kernel.FieldProblem;
import org.goufu.kernel.ProblemException;
import org.goufu.platform.database.Transactions;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A person opens the account with the code that the counter handed out, and chooses a password. */
@Component
public class Activate {
    private final Activations activations;
    private final PasswordHasher passwords;
    private final Transactions transactions;

    Activate(Activations activations, PasswordHasher passwords, Transactions transactions) {
        this.activations = activations;
        this.passwords = passwords;
        this.transactions = transactions;
    }

    /**
     * The name to sign in with.
     *
     * <p>Fails with {@code activation/code-unknown} alike for a wrong, a used and an old code, with {@code activation/password-weak}
     * saying why; a code that is refused for its password's sake can be used again.
     */
    public Mono<String> by(String typed, String password) {
        return Mono.justOrEmpty(ActivationCode.typed(typed))
                .flatMap(code -> activations
                        .find(code.digest())
                        .flatMap(opening -> open(code, opening, new NewPassword(password).of(opening.username()))))
                .switchIfEmpty(Mono.error(Activate::unknown));
    }

    private Mono<String> open(ActivationCode code, Activations.Opening opening, NewPassword password) {
        return passwords
                .hash(password.value())
                .flatMap(hash -> transactions.write(activations.use(code.digest(), hash)))
                .map(used -> opening.username());
    }

    private static ProblemException unknown() {
        return ActivationProblem.CODE_UNKNOWN.raise(List.of(FieldProblem.of("/code", "activation-code")));
    }
}
