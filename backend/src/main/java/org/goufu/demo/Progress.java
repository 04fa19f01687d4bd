package org.goufu.demo;

/** Tells the person who waits for the first start how far a step has come; may be called often, from any thread. */
@FunctionalInterface
public interface Progress {
    /** For example {@code report("organizations", 1_200, 3_000)}. */
    void report(String what, long done, long total);
}
