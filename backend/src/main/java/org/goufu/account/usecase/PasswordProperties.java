package org.goufu.account.usecase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The secret that is mixed into every password before it is hashed.
 *
 * @param pepper the secret itself; without one a stolen table can be guessed at offline
 * @param pepperFile a file that holds it, for secrets that are mounted; wins over {@code pepper}
 */
@ConfigurationProperties("goufu.security")
public record PasswordProperties(
        @Nullable String pepper, @Nullable Path pepperFile) {

    /** Empty when none is configured. */
    String secret() {
        if (pepperFile != null) {
            return read(pepperFile);
        }
        return pepper == null ? "" : pepper.strip();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException failure) {
            throw new UncheckedIOException("goufu.security.pepper-file cannot be read: " + file, failure);
        }
    }
}
