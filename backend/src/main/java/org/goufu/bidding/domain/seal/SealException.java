package org.goufu.bidding.domain.seal;

import java.io.Serial;

/** Carries the {@link Fault} by which something sealed is refused. */
public final class SealException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final Fault fault;

    SealException(Fault fault, String detail) {
        super(fault + ": " + detail, null, false, false);
        this.fault = fault;
    }

    static SealException malformed(String detail) {
        return new SealException(Fault.MALFORMED, detail);
    }

    public Fault fault() {
        return fault;
    }
}
