package org.goufu.platform.embedded;

import java.io.Serial;

/** The program cannot start here; its message is the one sentence that the operator reads. */
public final class StartRefused extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    StartRefused(String sentence) {
        super(sentence, null, false, false);
    }
}
