package org.goufu.platform.sheets;

import java.io.IOException;

/** Takes rows in the order of the file; the reader waits until each is taken. */
@FunctionalInterface
public interface RowSink {
    void take(SheetRow row) throws IOException;
}
