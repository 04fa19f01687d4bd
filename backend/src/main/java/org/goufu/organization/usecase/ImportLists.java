package org.goufu.organization.usecase;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.goufu.kernel.Actor;
import org.goufu.kernel.RegionCode;
import org.goufu.kernel.Role;
import org.goufu.organization.domain.ImportKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Imports the credit lists that lie in a folder at night, as a registrar does by hand.
 *
 * <p>A file whose name begins with 异常 or 失信 is taken; it then lies under {@code done}, or under {@code failed} when it could not be
 * taken in. What becomes of its rows stands among the imports.
 */
@Component
class ImportLists {
    private static final Logger LOG = LoggerFactory.getLogger(ImportLists.class);
    private static final UUID NIGHT = new UUID(0, 1);
    private static final int PIECE = 1 << 16;

    private final ImportFolderProperties properties;
    private final ImportFolder folder;
    private final StartImport start;

    ImportLists(ImportFolderProperties properties, ImportFolder folder, StartImport start) {
        this.properties = properties;
        this.folder = folder;
        this.start = start;
    }

    @Scheduled(cron = "${goufu.imports.at:0 30 2 * * *}", zone = "Asia/Shanghai")
    Mono<Void> round() {
        var place = properties.folder();
        var region = properties.region();
        if (place == null || place.isBlank() || region == null) return Mono.empty();
        var night = new Actor(NIGHT, "night", "夜间导入", Set.of(Role.REGISTRAR), null, null, new RegionCode(region));
        return folder.claim()
                .filter(mine -> mine)
                .flatMap(mine -> from(Path.of(place), night))
                .onErrorResume(failure -> {
                    LOG.warn("nightly lists could not be imported: {}", failure.toString());
                    return Mono.empty();
                });
    }

    private Mono<Void> from(Path place, Actor night) {
        return blocking(() -> files(place))
                .flatMapMany(Flux::fromIterable)
                .concatMap(file -> take(place, file, night))
                .then();
    }

    private Mono<Void> take(Path place, Path file, Actor night) {
        var name = file.getFileName().toString();
        var content = DataBufferUtils.read(file, DefaultDataBufferFactory.sharedInstance, PIECE);
        return Mono.justOrEmpty(kind(name))
                .flatMap(kind -> start.unattended(night, kind, name, content))
                .thenReturn("done")
                .onErrorResume(failure -> {
                    LOG.warn("{} could not be imported: {}", name, failure.toString());
                    return Mono.just("failed");
                })
                .flatMap(where -> blocking(() -> move(place, file, where)))
                .then();
    }

    private static Optional<ImportKind> kind(String name) {
        if (name.startsWith("异常")) return Optional.of(ImportKind.ABNORMAL_LIST);
        return name.startsWith("失信") ? Optional.of(ImportKind.SERIOUS_LIST) : Optional.empty();
    }

    private static List<Path> files(Path place) throws IOException {
        try (var found = Files.list(place)) {
            return found.filter(Files::isRegularFile)
                    .filter(file -> kind(file.getFileName().toString()).isPresent())
                    .sorted()
                    .toList();
        }
    }

    private static Path move(Path place, Path file, String where) throws IOException {
        var target = Files.createDirectories(place.resolve(where));
        return Files.move(file, target.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }

    private static <T> Mono<T> blocking(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic());
    }
}
