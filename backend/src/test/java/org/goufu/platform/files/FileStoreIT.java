package org.goufu.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBufAllocator;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.goufu.GoufuIT;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@GoufuIT
class FileStoreIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Actor REGISTRAR =
            new Actor(UUID.randomUUID(), "somebody", "某人", Set.of(Role.REGISTRAR), null, null, null);
    private static final Actor STRANGER =
            new Actor(UUID.randomUUID(), "stranger", "旁人", Set.of(Role.REGISTRAR), null, null, null);

    @Autowired
    FileStore files;

    @Autowired
    SqlFileStore store;

    @Autowired
    DatabaseClient database;

    @Test
    void givesOutWhatItTookIn() throws Exception {
        // One byte more than three pieces, in buffers that fit no piece.
        var content = pdf(3 * Intake.PIECE + 1);
        var saved = save(REGISTRAR, "C:\\scans\\证书.pdf", content);
        assertThat(saved.name()).isEqualTo("证书.pdf");
        assertThat(saved.kind()).isEqualTo(FileKind.PDF);
        assertThat(saved.size()).isEqualTo(content.length);
        assertThat(saved.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
        assertThat(files.find(saved.id()).block(PATIENCE)).isEqualTo(saved);
        assertThat(read(saved)).isEqualTo(content);
    }

    @Test
    void refusesAndLeavesNothingBehind() {
        long before = count();
        refused(pdf(100), "file/too-large", 99);
        refused(pdf(2 * Intake.PIECE + 1), "file/too-large", 2 * Intake.PIECE);
        refused(new byte[0], "file/empty", 99);
        refused("<html>".getBytes(), "file/kind-not-taken", 99);
        var broken = Flux.concat(buffers(pdf(Intake.PIECE * 2)), Flux.error(new IllegalStateException("broke off")));
        assertThatThrownBy(() ->
                        files.save(REGISTRAR, Upload.ofPaper("a.pdf", broken)).block(PATIENCE))
                .hasMessageContaining("broke off");
        assertThat(count()).isEqualTo(before);
    }

    private void refused(byte[] content, String code, long largest) {
        var upload = new Upload("a.pdf", buffers(content), FileKind.PAPERS, DataSize.ofBytes(largest));
        assertThatThrownBy(() -> files.save(REGISTRAR, upload).block(PATIENCE)).hasMessage(code);
    }

    /** Twice would give away memory of the network in which others' requests lie. */
    @Test
    void releasesOnceWhatItRefuses() {
        var received = ByteBufAllocator.DEFAULT.buffer().writeBytes(pdf(100));
        received.retain(2);
        DataBuffer piece = new NettyDataBufferFactory(ByteBufAllocator.DEFAULT)
                .wrap(received.readRetainedSlice(received.readableBytes()));
        var upload = new Upload("a.pdf", Flux.just(piece), FileKind.PAPERS, DataSize.ofBytes(99));
        assertThatThrownBy(() -> files.save(REGISTRAR, upload).block(PATIENCE)).hasMessage("file/too-large");
        assertThat(received.refCnt()).isEqualTo(3);
        received.release(3);
    }

    @Test
    void givesTheSameFileForTheSameContentUntilItIsKept() {
        var content = pdf(1000);
        var first = save(REGISTRAR, "a.pdf", content);
        assertThat(save(REGISTRAR, "a.pdf", content)).isEqualTo(first);
        assertThat(save(STRANGER, "a.pdf", content).id()).isNotEqualTo(first.id());
        files.keep(REGISTRAR, first.id()).block(PATIENCE);
        assertThat(save(REGISTRAR, "a.pdf", content).id()).isNotEqualTo(first.id());
    }

    @Test
    void nobodyKeepsAStrangersFile() {
        var file = save(REGISTRAR, "a.pdf", pdf(1000));
        assertThatThrownBy(() -> files.keep(STRANGER, file.id()).block(PATIENCE))
                .hasMessage("file/not-found");
    }

    @Test
    void sweepsAfterADayWhatNobodyKept() {
        var kept = save(REGISTRAR, "a.pdf", pdf(1001));
        files.keep(REGISTRAR, kept.id()).block(PATIENCE);
        var fresh = save(REGISTRAR, "b.pdf", pdf(1002));
        var old = save(REGISTRAR, "c.pdf", pdf(1003));
        database.sql("update platform.file set created_at = created_at - interval '25 hours' where id = any(:ids)")
                .bind("ids", new UUID[] {kept.id(), old.id()})
                .then()
                .block(PATIENCE);
        store.sweep().block(PATIENCE);
        assertThat(files.findAll(Set.of(kept.id(), fresh.id(), old.id()))
                        .map(StoredFile::id)
                        .collectList()
                        .block(PATIENCE))
                .containsExactlyInAnyOrder(kept.id(), fresh.id());
    }

    private StoredFile save(Actor uploader, String name, byte[] content) {
        return Mono.from(files.save(uploader, Upload.ofPaper(name, buffers(content))))
                .blockOptional(PATIENCE)
                .orElseThrow();
    }

    private byte[] read(StoredFile file) {
        var whole = new byte[(int) file.size()];
        int[] at = {0};
        files.content(file)
                .doOnNext(buffer -> {
                    int length = buffer.readableByteCount();
                    buffer.read(whole, at[0], length);
                    at[0] += length;
                })
                .blockLast(PATIENCE);
        return whole;
    }

    private long count() {
        return database.sql("select count(*) from platform.file")
                .map(row -> row.get(0, Long.class))
                .one()
                .blockOptional(PATIENCE)
                .orElseThrow();
    }

    private static byte[] pdf(int size) {
        var content = new byte[size];
        new Random(size).nextBytes(content);
        System.arraycopy("%PDF-1.7\n".getBytes(), 0, content, 0, 9);
        return content;
    }

    private static Flux<DataBuffer> buffers(byte[] content) {
        int step = 10_000;
        return Flux.range(0, Math.ceilDiv(content.length, step))
                .map(i -> DefaultDataBufferFactory.sharedInstance.wrap(
                        Arrays.copyOfRange(content, i * step, Math.min(content.length, (i + 1) * step))));
    }
}
