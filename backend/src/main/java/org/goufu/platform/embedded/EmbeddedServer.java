package org.goufu.platform.embedded;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/** A server that runs as a child process, always at the same port. */
interface EmbeddedServer extends AutoCloseable {
    /** Returns when the server answers; called again after it has ended. */
    void start() throws IOException, InterruptedException;

    /** Completes when the running process is gone, asked or unasked. */
    CompletableFuture<?> ended();

    /** Stops the server if it runs, by force after {@link Keeper#STOP_WITHIN}. */
    @Override
    void close();
}
