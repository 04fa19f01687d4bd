package org.goufu.platform.files;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;

/**
 * A file on its way in.
 *
 * @param content read once, released by whoever reads it
 * @param kinds what may be in it
 * @param largest the largest that is taken; null for the platform's own limit
 */
public record Upload(
        String name,
        Flux<DataBuffer> content,
        Set<FileKind> kinds,
        @Nullable DataSize largest) {
    private static final int LONGEST_NAME = 200;

    public Upload {
        name = plain(name);
        kinds = Set.copyOf(kinds);
    }

    /** A scanned paper or a photograph. */
    public static Upload ofPaper(String name, Flux<DataBuffer> content) {
        return new Upload(name, content, FileKind.PAPERS, null);
    }

    /** Some browsers send the whole path; control characters have no business in a name. */
    private static String plain(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var clean = last.replaceAll("\\p{Cntrl}", "").strip();
        if (clean.isEmpty()) return "file";
        // The end tells more than the beginning: it carries the type.
        return clean.length() <= LONGEST_NAME ? clean : clean.substring(clean.length() - LONGEST_NAME);
    }
}
