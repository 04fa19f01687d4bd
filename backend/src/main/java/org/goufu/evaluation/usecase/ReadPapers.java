package org.goufu.evaluation.usecase;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.goufu.bidding.OpenedBid;
import org.goufu.bidding.OpenedBid.Attachment;
import org.goufu.bidding.OpenedBids;
import org.goufu.evaluation.domain.EvaluationProblem;
import org.goufu.kernel.Actor;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Opened bids in the hands of those who check and score them. */
@Component
public class ReadPapers {
    /** What the registry said of the bidder when it sealed; the prices stand in no file that anybody can fetch. */
    private static final Attachment CREDENTIALS = new Attachment("cred", "credentials.json", "application/json", 0);

    private static final String ATTACHMENT = "att-";

    private final Evaluations evaluations;
    private final OpenedBids opened;
    private final PaperReaders readers;

    ReadPapers(Evaluations evaluations, OpenedBids opened, PaperReaders readers) {
        this.evaluations = evaluations;
        this.opened = opened;
        this.readers = readers;
    }

    /** A part of a bid, piece by piece. */
    public record Part(String name, Flux<byte[]> content) {}

    /** For the panel, the purchaser's people and its supervisors; fails with {@code evaluation/not-found} for others. */
    public Mono<Part> part(Actor actor, UUID lot, UUID bid, String segment) {
        return evaluations
                .get(lot)
                .filterWhen(evaluation -> readers.include(actor, evaluation))
                .flatMap(evaluation -> opened.of(lot, bid))
                .flatMapIterable(found -> found.bids())
                .flatMapIterable(ReadPapers::parts)
                .filter(part -> part.segment().equals(segment))
                .next()
                .map(part -> new Part(part.name(), opened.content(bid, segment)))
                .switchIfEmpty(Mono.error(EvaluationProblem.NOT_FOUND::raise));
    }

    private static List<Attachment> parts(OpenedBid bid) {
        return bid.technical() == null
                ? List.of()
                : Stream.concat(Stream.of(CREDENTIALS), attachments(bid.technical()))
                        .toList();
    }

    /** Which parts are its attachments a bidder says itself: naming the price or how it is divided makes none of it. */
    private static Stream<Attachment> attachments(OpenedBid.Technical technical) {
        return technical.attachments().stream().filter(file -> file.segment().startsWith(ATTACHMENT));
    }
}
