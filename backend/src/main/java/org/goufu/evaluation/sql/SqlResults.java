package org.goufu.evaluation.sql;

import static org.goufu.platform.database.Columns.required;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.goufu.evaluation.domain.Evaluation;
import org.goufu.evaluation.domain.Head;
import org.goufu.evaluation.domain.Inquiry;
import org.goufu.evaluation.domain.Panel;
import org.goufu.evaluation.sql.ResultView.DrawView;
import org.goufu.evaluation.sql.ResultView.HeadView;
import org.goufu.evaluation.sql.ResultView.LeftSeat;
import org.goufu.evaluation.sql.ResultView.PanelistView;
import org.goufu.evaluation.sql.ResultView.PublicBid;
import org.goufu.evaluation.sql.ResultView.PublicInquiry;
import org.goufu.evaluation.sql.ResultView.PublicScore;
import org.goufu.evaluation.sql.ResultView.PublicSheet;
import org.goufu.evaluation.usecase.Results;
import org.goufu.kernel.Named;
import org.goufu.platform.documents.CanonicalJson;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Results in PostgreSQL, as the exact bytes that their digests were taken of. */
@Component
class SqlResults implements Results {
    private static final String SHEETS = """
            select *
              from (select distinct on (s.account_id) s.id, s.seat, s.revision, s.content, encode(s.digest, 'hex') as digest
                      from evaluation.signed_sheet s
                      join evaluation.evaluation e on e.lot = s.lot and e.members @> array[s.account_id]
                     where s.lot = :lot
                     order by s.account_id, s.revision desc) as last
             order by seat
            """;
    private static final String KEEP = """
            insert into evaluation.result (lot, purchase, content, digest, published_at)
            values (:lot, :purchase, :content, decode(:digest, 'hex'), :at)
            """;

    private final DatabaseClient database;

    SqlResults(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<String> publish(Evaluation evaluation, Instant now) {
        return sheets(evaluation.terms().lot())
                .collectList()
                .map(sheets -> CanonicalJson.text(result(evaluation, sheets)))
                .flatMap(content -> keep(evaluation, content, now));
    }

    private Mono<String> keep(Evaluation evaluation, String content, Instant now) {
        var digest = HexFormat.of().formatHex(CanonicalJson.digest(content));
        return database.sql(KEEP)
                .bind("lot", evaluation.terms().lot())
                .bind("purchase", evaluation.terms().purchase())
                .bind("content", content)
                .bind("digest", digest)
                .bind("at", now)
                .then()
                .thenReturn(digest);
    }

    private Flux<PublicSheet> sheets(UUID lot) {
        return database.sql(SHEETS).bind("lot", lot).map(SqlResults::sheet).all();
    }

    /** What is public of a sheet's text. */
    private record Signed(List<PublicScore> scores) {}

    private static PublicSheet sheet(Readable row) {
        return new PublicSheet(
                required(row, "id", UUID.class),
                required(row, "seat", Integer.class),
                required(row, "revision", Integer.class),
                required(row, "digest", String.class),
                CanonicalJson.read(required(row, "content", String.class), Signed.class)
                        .scores());
    }

    private static ResultView result(Evaluation evaluation, List<PublicSheet> sheets) {
        var terms = evaluation.terms();
        var award = Objects.requireNonNull(evaluation.award());
        var placing = Objects.requireNonNull(evaluation.placing());
        return new ResultView(
                "goufu-evaluation/1",
                terms.lot(),
                terms.purchase(),
                terms.title(),
                new Named(terms.department(), terms.departmentName()),
                terms.method(),
                terms.ceilingFen(),
                terms.staged(),
                Objects.requireNonNull(award.decidedAt()),
                award.proposer(),
                Objects.requireNonNull(award.decider()),
                ItemView.all(evaluation),
                panel(evaluation.mustHavePanel()),
                draw(evaluation.mustHavePanel()),
                bids(evaluation),
                sheets,
                PlaceView.all(evaluation),
                head(placing.head()),
                evaluation.inquiries().stream().map(SqlResults::inquiry).toList(),
                terms.lowPrice());
    }

    private static List<PanelistView> panel(Panel panel) {
        return panel.members().stream()
                .map(member -> new PanelistView(member.name(), member.kind()))
                .sorted(Comparator.comparing(PanelistView::name))
                .toList();
    }

    private static DrawView draw(Panel panel) {
        var drawn = Objects.requireNonNull(panel.drawn());
        return new DrawView(
                panel.draw(),
                panel.round(),
                panel.experts(),
                panel.candidates(),
                head(drawn.head()),
                drawn.seed(),
                drawn.order(),
                panel.leaves().stream()
                        .filter(one -> !one.isExcuse())
                        .map(SqlResults::left)
                        .toList(),
                panel.members().stream()
                        .filter(Panel.Member::isExcused)
                        .map(Panel.Member::seat)
                        .toList());
    }

    private static LeftSeat left(Panel.Leave leave) {
        return new LeftSeat(
                leave.seat(), leave.own(), leave.id(), leave.id() == null ? null : leave.account(), leave.next());
    }

    private static HeadView head(Head head) {
        return new HeadView(head.size(), head.root());
    }

    private static List<PublicBid> bids(Evaluation evaluation) {
        return evaluation.bids().stream()
                .map(bid -> new PublicBid(
                        bid.id(),
                        new Named(bid.body(), bid.name()),
                        bid.consortium(),
                        bid.acceptedAt(),
                        bid.priceFen(),
                        bid.exclusion() == null ? null : bid.exclusion().stage()))
                .toList();
    }

    private static PublicInquiry inquiry(Inquiry inquiry) {
        return new PublicInquiry(
                inquiry.bid(),
                inquiry.triggers().stream().sorted().toList(),
                inquiry.askedAt(),
                inquiry.answerBy(),
                inquiry.explanation() != null,
                inquiry.accepted(),
                inquiry.foundAt());
    }
}
