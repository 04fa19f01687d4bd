package org.goufu.ledger.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.goufu.ledger.BundlePart.BundleFile;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Packs files as they come; one of them is in memory at a time. For one answer. */
final class ZippedFiles {
    /** The same files make the same archive at any time. */
    private static final long NO_TIME = 0;

    private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(packed);

    Flux<DataBuffer> of(Flux<BundleFile> files) {
        return files.concatMap(file -> Mono.fromCallable(() -> add(file)))
                .concatWith(Mono.fromCallable(this::end))
                .onErrorMap(IOException.class, UncheckedIOException::new);
    }

    private DataBuffer add(BundleFile file) throws IOException {
        var entry = new ZipEntry(file.path());
        entry.setTime(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(file.bytes());
        zip.closeEntry();
        return taken();
    }

    private DataBuffer end() throws IOException {
        zip.finish();
        return taken();
    }

    private DataBuffer taken() {
        var bytes = packed.toByteArray();
        packed.reset();
        return DefaultDataBufferFactory.sharedInstance.wrap(bytes);
    }
}
