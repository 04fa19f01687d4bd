package org.goufu.organization.http;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.goufu.organization.FactOrigin;
import org.goufu.organization.FactTexts;
import org.goufu.organization.http.FactView.BodyRef;
import org.goufu.organization.http.FactView.State;
import org.goufu.organization.sql.FactRow;
import org.goufu.platform.files.FileStore;
import org.goufu.platform.files.StoredFile;
import org.goufu.platform.time.BusinessClock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lays facts out with words and evidence, in the asker's language. */
@Component
class FactViews {
    private final FactTexts texts;
    private final FileStore files;
    private final BusinessClock clock;

    FactViews(FactTexts texts, FileStore files, BusinessClock clock) {
        this.texts = texts;
        this.files = files;
        this.clock = clock;
    }

    Mono<List<FactView>> of(Flux<FactRow> facts, Locale locale) {
        return Mono.zip(facts.collectList(), clock.today())
                .flatMap(found -> evidence(found.getT1())
                        .map(evidence -> found.getT1().stream()
                                .map(fact -> view(fact, evidence, found.getT2(), locale))
                                .toList()));
    }

    private Mono<Map<UUID, StoredFile>> evidence(List<FactRow> facts) {
        var ids = facts.stream()
                .map(FactRow::evidenceId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return files.findAll(ids).collectMap(StoredFile::id);
    }

    private FactView view(FactRow fact, Map<UUID, StoredFile> files, LocalDate today, Locale locale) {
        var evidence = fact.evidenceId() == null ? null : files.get(fact.evidenceId());
        return new FactView(
                fact.id(),
                new BodyRef(fact.bodyId(), fact.bodyName(), fact.bodyKind()),
                fact.kind(),
                texts.kind(fact.kind(), locale),
                fact.value(),
                texts.value(fact.kind(), fact.value(), locale),
                fact.kind().isAmount() || fact.number() == 0 && !fact.kind().isYearly() ? null : fact.number(),
                fact.kind().isAmount() ? fact.number() : null,
                fact.from(),
                fact.to(),
                state(fact, today),
                fact.knownAt(),
                fact.source(),
                fact.origin(),
                evidence == null ? null : EvidenceView.of(evidence),
                fact.recordedByName(),
                fact.origin() == FactOrigin.SELF && fact.confirmedAt() == null && fact.withdrawnAt() == null,
                fact.confirmedAt(),
                fact.confirmedByName(),
                fact.withdrawnAt(),
                fact.withdrawnByName(),
                fact.withdrawnReason());
    }

    private static State state(FactRow fact, LocalDate today) {
        if (fact.withdrawnAt() != null) return State.WITHDRAWN;
        if (fact.from().isAfter(today)) return State.FUTURE;
        return fact.to() == null || !fact.to().isBefore(today) ? State.VALID : State.EXPIRED;
    }
}
