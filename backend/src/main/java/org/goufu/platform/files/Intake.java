package org.goufu.platform.files;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.goufu.kernel.FieldProblem;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

/** Cuts one file that is coming in into pieces, and counts, judges and digests it on the way. */
final class Intake {
    static final int PIECE = 256 * 1024;
    private static final String POINTER = "/file";

    private final String name;
    private final Set<FileKind> kinds;
    private final long largest;
    private final MessageDigest sha256 = sha256();
    private byte[] piece = new byte[PIECE];
    private int filled;
    private int pieces;
    private long size;
    private byte[] head = new byte[0];

    /** A part of the file; the first has number zero. */
    record Piece(int number, byte[] content) {}

    Intake(String name, Set<FileKind> kinds, long largest) {
        this.name = name;
        this.kinds = kinds;
        this.largest = largest;
    }

    /**
     * The pieces that this buffer completes; the buffer is released, unless this fails: then whoever throws it away releases it.
     *
     * <p>Fails with {@code file/too-large} or {@code file/kind-not-taken}.
     */
    List<Piece> take(DataBuffer buffer) {
        var complete = new ArrayList<Piece>();
        while (buffer.readableByteCount() > 0) {
            int length = Math.min(buffer.readableByteCount(), PIECE - filled);
            buffer.read(piece, filled, length);
            grow(length);
            if (filled == PIECE) complete.add(cut());
        }
        DataBufferUtils.release(buffer);
        return complete;
    }

    private void grow(int length) {
        sha256.update(piece, filled, length);
        filled += length;
        size += length;
        if (size > largest) {
            throw FileProblem.TOO_LARGE.raise(
                    List.of(FieldProblem.of(POINTER, "file-too-large", megabytes())), megabytes());
        }
    }

    private long megabytes() {
        return largest / (1024 * 1024);
    }

    private Piece cut() {
        if (pieces == 0) {
            head = Arrays.copyOf(piece, Math.min(filled, FileKind.HEAD));
            kind();
        }
        var cut = new Piece(pieces++, filled == PIECE ? piece : Arrays.copyOf(piece, filled));
        piece = new byte[PIECE];
        filled = 0;
        return cut;
    }

    /** What is left when nothing more comes; fails with {@code file/empty} when nothing ever came. */
    List<Piece> rest() {
        if (size == 0) {
            throw FileProblem.EMPTY.raise(List.of(FieldProblem.of(POINTER, "file-empty")));
        }
        return filled == 0 ? List.of() : List.of(cut());
    }

    /** Fails with {@code file/kind-not-taken}. */
    FileKind kind() {
        return FileKind.of(head, name).filter(kinds::contains).orElseThrow(() -> {
            var taken =
                    String.join(", ", kinds.stream().map(Enum::name).sorted().toList());
            return FileProblem.KIND_NOT_TAKEN.raise(
                    List.of(FieldProblem.of(POINTER, "file-kind-not-taken", taken)), taken);
        });
    }

    long size() {
        return size;
    }

    /** To be asked once, after the rest. */
    String digest() {
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
