package org.goufu.platform.files;

import java.nio.charset.StandardCharsets;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Answers a request with a file; to be saved and never shown inside a page, because a stranger made it. */
@Component
public class Downloads {
    private final FileStore files;

    Downloads(FileStore files) {
        this.files = files;
    }

    public ResponseEntity<Flux<DataBuffer>> of(StoredFile file) {
        var name = ContentDisposition.attachment()
                .filename(file.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.kind().mediaType()))
                .contentLength(file.size())
                .eTag("\"" + file.sha256() + "\"")
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(files.content(file));
    }
}
