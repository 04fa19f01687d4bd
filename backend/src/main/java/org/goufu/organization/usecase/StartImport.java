package org.goufu.organization.usecase;

import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Ids;
import org.goufu.kernel.ProblemException;
import org.goufu.kernel.RegionCode;
import org.goufu.organization.domain.ImportKind;
import org.goufu.organization.domain.ImportProblem;
import org.goufu.organization.domain.ImportState;
import org.goufu.organization.domain.RegistryImport;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.files.FileKind;
import org.goufu.platform.files.FileStore;
import org.goufu.platform.files.StoredFile;
import org.goufu.platform.files.Upload;
import org.goufu.platform.sheets.SheetReader;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes a registrar's file in; reading it follows by itself. */
@Component
public class StartImport {
    private static final DataSize LARGEST = DataSize.ofMegabytes(64);
    private static final int HEAD = 8;
    private static final int COUNTY = 3;

    private final FileStore files;
    private final Imports imports;
    private final Transactions transactions;

    StartImport(FileStore files, Imports imports, Transactions transactions) {
        this.files = files;
        this.imports = imports;
        this.transactions = transactions;
    }

    /** Fails with a {@code sheet/…} problem for a file that cannot be a table, or with a {@code file/…} problem; then nothing is kept. */
    public Mono<UUID> by(Actor actor, ImportKind kind, String name, Flux<DataBuffer> content) {
        return start(actor, kind, name, content, false);
    }

    /** The same for a list that nobody looks at before it is applied. */
    Mono<UUID> unattended(Actor actor, ImportKind kind, String name, Flux<DataBuffer> content) {
        return start(actor, kind, name, content, true);
    }

    private Mono<UUID> start(Actor actor, ImportKind kind, String name, Flux<DataBuffer> content, boolean unattended) {
        return Mono.fromCallable(() -> office(actor))
                .flatMap(region -> files.save(actor, new Upload(name, looked(name, content), FileKind.SHEETS, LARGEST)))
                .flatMap(file -> transactions.write(files.keep(actor, file.id())
                        .flatMap(kept -> imports.add(started(actor, kind, kept, unattended)))
                        .map(RegistryImport::id)));
    }

    /** Counties and above register (domain.md 3.2). */
    private static RegionCode office(Actor actor) {
        if (actor.region().level() > COUNTY) throw ImportProblem.NOT_YOUR_OFFICE.raise();
        return actor.region();
    }

    /** Says more exactly than the file store what is wrong with a file, from how it begins. */
    private static Flux<DataBuffer> looked(String name, Flux<DataBuffer> content) {
        return content.switchOnFirst((first, all) -> {
                    var buffer = first.get();
                    return buffer == null ? all : checked(buffer, name, all);
                })
                .doOnDiscard(DataBuffer.class, DataBufferUtils::release);
    }

    private static Flux<DataBuffer> checked(DataBuffer first, String name, Flux<DataBuffer> all) {
        try {
            SheetReader.checkKind(head(first), name);
            return all;
        } catch (ProblemException refused) {
            // Nobody reads the first one: it is thrown away, and released then.
            return Flux.error(refused);
        }
    }

    private static byte[] head(DataBuffer buffer) {
        var head = new byte[Math.min(HEAD, buffer.readableByteCount())];
        for (int i = 0; i < head.length; i++) {
            head[i] = buffer.getByte(buffer.readPosition() + i);
        }
        return head;
    }

    private static RegistryImport started(Actor actor, ImportKind kind, StoredFile file, boolean unattended) {
        return new RegistryImport(
                Ids.next(),
                kind,
                ImportState.READING,
                unattended,
                actor.region(),
                actor.accountId(),
                actor.displayName(),
                file.id(),
                file.name(),
                file.size(),
                file.sha256(),
                null,
                0,
                1);
    }
}
