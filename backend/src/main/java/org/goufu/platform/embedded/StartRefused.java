package org.goufu.platform.embedded;

import java.io.Serial;

/** The program cannot start here; its message is the one sentence that the operator reads, in both languages. */
public final class StartRefused extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    StartRefused(String chinese, String english) {
        super(chinese + System.lineSeparator() + english, null, false, false);
    }
}
