package org.goufu.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who starts alone makes the key once; who is one of several must be given it. */
class SharedKeyTests {
    @TempDir
    Path folder;

    private SharedKey key(String given, String file) {
        return new SharedKey("goufu.some.key", given, folder.resolve("keys").resolve(file), "make one (openssl)");
    }

    private static KeyPairGenerator ed25519() throws GeneralSecurityException {
        return KeyPairGenerator.getInstance("Ed25519");
    }

    @Test
    void isMadeOnceAndReadableForItsOwnerAlone() throws Exception {
        var made = key("", "one").read(true, ed25519());
        assertThat(key("", "one").read(false, ed25519())).isEqualTo(made);
        assertThat(key(written(), "none").read(false, ed25519()))
                .as("given as text")
                .isEqualTo(made);
        assertThat(key(written().lines().filter(line -> !line.startsWith("-")).reduce("", String::concat), "none")
                        .read(false, ed25519()))
                .as("given as Base64")
                .isEqualTo(made);
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.resolve("keys").resolve("one"))))
                .isEqualTo("rw-------");
    }

    private String written() throws IOException {
        return Files.readString(folder.resolve("keys").resolve("one"));
    }

    @Test
    void saysWhatIsWrongAndWhatToDo() throws Exception {
        assertThatThrownBy(() -> key("", "none").read(false, ed25519()))
                .hasMessage("goufu.some.key is missing: make one (openssl)");
        assertThat(folder.resolve("keys")).doesNotExist();
        assertThatThrownBy(() -> key("no key", "none").read(true, ed25519())).hasMessageContaining("goufu.some.key");
        var other = key("", "two");
        other.read(true, KeyPairGenerator.getInstance("EC"));
        assertThatThrownBy(() -> other.read(true, ed25519())).hasMessageContaining("Ed25519");
    }
}
