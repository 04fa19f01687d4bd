package org.goufu.ledger.domain.tool;

/** How a verification ended, as the exit code of the program says it. */
public enum Outcome {
    GOOD(0),
    TAMPERED(1),
    /** Not everything could be checked: something is missing, cannot be read or is not known to this verifier. */
    INCOMPLETE(2);

    private final int code;

    Outcome(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
