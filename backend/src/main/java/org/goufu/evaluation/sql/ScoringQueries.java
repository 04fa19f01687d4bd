package org.goufu.evaluation.sql;

import static org.goufu.platform.database.Columns.required;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goufu.bidding.OpenedBid;
import org.goufu.bidding.OpenedBids;
import org.goufu.bidding.OpenedLot;
import org.goufu.evaluation.domain.Bid;
import org.goufu.evaluation.domain.Evaluation;
import org.goufu.evaluation.domain.EvaluationProblem;
import org.goufu.evaluation.domain.Inquiry;
import org.goufu.evaluation.domain.Panel;
import org.goufu.evaluation.domain.Phase;
import org.goufu.evaluation.domain.Sheet;
import org.goufu.evaluation.sql.ScoringView.AnswerView;
import org.goufu.evaluation.sql.ScoringView.AttachmentView;
import org.goufu.evaluation.sql.ScoringView.CellView;
import org.goufu.evaluation.sql.ScoringView.Paper;
import org.goufu.evaluation.sql.ScoringView.PriceLine;
import org.goufu.evaluation.sql.ScoringView.Question;
import org.goufu.evaluation.sql.ScoringView.ScoreView;
import org.goufu.evaluation.sql.ScoringView.SheetView;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Named;
import org.goufu.organization.OrganizationDirectory;
import org.goufu.platform.documents.CanonicalJson;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads what lies on an evaluator's desk. */
@Component
public class ScoringQueries {
    private static final String DESK = """
            select cast(e.document as text) as document, cast(s.document as text) as sheet, coalesce(s.version, 0) as version,
                   (select count(*) from evaluation.sheet other
                     where other.lot = e.lot and e.members @> array[other.account_id]
                       and cast(other.document ->> 'signed' as boolean)) as signed
              from evaluation.evaluation e
              left join evaluation.sheet s on s.lot = e.lot and s.account_id = :account
             where e.lot = :lot and e.members @> array[:account]
            """;

    private final DatabaseClient database;
    private final OpenedBids opened;
    private final OrganizationDirectory organizations;

    ScoringQueries(DatabaseClient database, OpenedBids opened, OrganizationDirectory organizations) {
        this.database = database;
        this.opened = opened;
        this.organizations = organizations;
    }

    /** One read. */
    private record Desk(Evaluation evaluation, Sheet sheet, int signed) {}

    /** For one of the panel; fails with {@code evaluation/not-found} for others. */
    public Mono<ScoringView> desk(Actor actor, UUID lot) {
        return database.sql(DESK)
                .bind("lot", lot)
                .bind("account", actor.accountId())
                .map(row -> {
                    var evaluation = CanonicalJson.read(required(row, "document", String.class), Evaluation.class);
                    var sheet = Optional.ofNullable(row.get("sheet", String.class))
                            .map(text -> CanonicalJson.read(text, Sheet.class))
                            .orElseGet(() -> Sheet.empty(lot, actor.accountId(), 0))
                            .at(required(row, "version", Long.class));
                    return new Desk(
                            evaluation,
                            sheet,
                            required(row, "signed", Long.class).intValue());
                })
                .one()
                .switchIfEmpty(Mono.error(EvaluationProblem.NOT_FOUND::raise))
                // Not at once: where neither is there, the empty one could come first, and answer for both.
                .flatMap(desk -> Mono.zip(opened.of(lot), groups(desk.evaluation(), actor))
                        .map(both -> view(desk, both.getT1(), both.getT2(), actor.accountId())));
    }

    /** Of federations, for who has not declared yet; the members of a consortium stand in the bidder's name. */
    private Mono<Map<UUID, Named>> groups(Evaluation evaluation, Actor reader) {
        if (evaluation.member(reader.accountId()).declaredAt() != null) return Mono.just(Map.of());
        var groups = evaluation.bids().stream()
                .filter(bid -> bid.consortium().isEmpty())
                .flatMap(bid -> bid.behind().stream())
                .collect(Collectors.toSet());
        return groups.isEmpty()
                ? Mono.just(Map.of())
                : organizations
                        .findAll(groups)
                        .map(group -> new Named(group.id(), group.name()))
                        .collectMap(Named::id);
    }

    private static ScoringView view(Desk desk, OpenedLot opened, Map<UUID, Named> groups, UUID account) {
        var evaluation = desk.evaluation();
        var terms = evaluation.terms();
        var panel = evaluation.mustHavePanel();
        Panel.Member seat = evaluation.member(account);
        boolean reviewed =
                evaluation.reviews().stream().anyMatch(one -> one.account().equals(account));
        boolean reads = evaluation.isReadBy(account);
        boolean late = evaluation.phase() == Phase.SCORING && !reviewed;
        var counting = (late ? evaluation.asTheyCameToThePanel() : evaluation.bids())
                .stream().filter(Bid::counts).map(Bid::id).toList();
        return new ScoringView(
                terms.lot(),
                terms.title(),
                terms.noticeTitle(),
                new Named(terms.department(), terms.departmentName()),
                terms.method(),
                evaluation.phase(),
                terms.staged(),
                seat.seat(),
                seat.declaredAt() != null,
                evaluation.panelChecks().stream().sorted().toList(),
                reviewed,
                evaluation.opinions().stream().anyMatch(one -> one.account().equals(account)),
                seat.isExcused(),
                panel.members().size(),
                desk.signed(),
                ItemView.all(evaluation),
                opened.bids().stream()
                        .map(bid -> paper(bid, groups, counting, evaluation, reads))
                        .toList(),
                sheet(desk.sheet()),
                reads
                        ? evaluation.inquiries().stream()
                                .map(one -> question(one, account))
                                .toList()
                        : List.of());
    }

    /** Who has not declared to be unrelated, or has left, sees names and no more: those of all who stand behind a bid. */
    private static Paper paper(
            OpenedBid bid, Map<UUID, Named> groups, List<UUID> counting, Evaluation evaluation, boolean reads) {
        var technical = reads ? bid.technical() : null;
        var price = reads && evaluation.phase().showsPrices() ? bid.price() : null;
        return new Paper(
                bid.envelope(),
                new Named(bid.body().id(), bid.bidder()),
                evaluation.bid(bid.envelope()).behind().stream()
                        .map(groups::get)
                        .filter(Objects::nonNull)
                        .toList(),
                counting.contains(bid.envelope()),
                price == null ? null : Long.valueOf(price.totalFen()),
                price == null
                        ? List.of()
                        : price.lines().stream()
                                .map(line -> new PriceLine(
                                        line.item(),
                                        line.unit(),
                                        line.quantity().toPlainString(),
                                        line.fen()))
                                .toList(),
                technical == null
                        ? List.of()
                        : technical.answers().stream()
                                .map(answer -> new AnswerView(answer.criterion(), answer.text()))
                                .toList(),
                technical == null
                        ? List.of()
                        : technical.attachments().stream()
                                .map(file -> new AttachmentView(file.segment(), file.name(), file.type(), file.bytes()))
                                .toList(),
                reads ? evaluation.bid(bid.envelope()).declared() : List.of());
    }

    private static SheetView sheet(Sheet sheet) {
        return new SheetView(
                sheet.signed(),
                sheet.revision(),
                cells(sheet),
                sheet.scores().stream()
                        .map(one -> new ScoreView(one.bid(), one.item(), one.points(), one.reason()))
                        .toList(),
                sheet.version());
    }

    private static @Nullable List<CellView> cells(Sheet sheet) {
        return sheet.reopened() == null
                ? null
                : sheet.reopened().stream()
                        .sorted(Comparator.comparing(Sheet.Cell::bid).thenComparing(Sheet.Cell::item))
                        .map(cell -> new CellView(cell.bid(), cell.item()))
                        .toList();
    }

    private static Question question(Inquiry inquiry, UUID account) {
        return new Question(
                inquiry.bid(),
                inquiry.triggers().stream().sorted().toList(),
                inquiry.answerBy(),
                inquiry.explanation(),
                inquiry.votes().stream().anyMatch(vote -> vote.account().equals(account)),
                inquiry.accepted());
    }
}
