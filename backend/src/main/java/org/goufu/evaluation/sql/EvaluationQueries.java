package org.goufu.evaluation.sql;

import static java.util.Objects.requireNonNull;
import static org.goufu.platform.database.Columns.required;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goufu.evaluation.domain.Evaluation;
import org.goufu.evaluation.domain.EvaluationProblem;
import org.goufu.evaluation.domain.Phase;
import org.goufu.evaluation.domain.Sheet;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Role;
import org.goufu.organization.DepartmentDirectory;
import org.goufu.platform.documents.CanonicalJson;
import org.goufu.platform.time.BusinessClock;
import org.goufu.purchase.Statutory.OfficialPublication;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads evaluations: each reader sees of one what is his or hers to see. */
@Component
public class EvaluationQueries {
    private static final String ONE = """
            select cast(document as text) as document from evaluation.evaluation where lot = :lot
            """;
    private static final String CHANGED_AT = """
            select changed_at from evaluation.evaluation where lot = :lot
            """;
    private static final String SHEETS = """
            select cast(s.document as text) as document, s.version
              from evaluation.sheet s
              join evaluation.evaluation e on e.lot = s.lot and e.members @> array[s.account_id]
             where s.lot = :lot
             order by s.account_id
            """;
    private static final String FOLLOWED = """
            select department, members @> array[:account] as seated from evaluation.evaluation where lot = :lot
            """;
    private static final String MINE = """
            select lot, document #>> '{terms,title}' as title, document #>> '{terms,noticeTitle}' as notice_title,
                   document #>> '{terms,departmentName}' as department, phase,
                   jsonb_array_length(document -> 'bids') as bids, changed_at, todo,
                   case todo
                       when 'DECLARING' then member ->> 'declaredAt' is null
                       when 'REVIEWING' then not done.reviewed
                       when 'SCORING' then not done.signed
                       when 'PRICING' then member ->> 'excusedAt' is null and (not done.judged or done.asked)
                       else false
                   end as waiting
              from evaluation.evaluation e
              join lateral jsonb_array_elements(document #> '{panel,members}') as member
                on member ->> 'account' = cast(:account as text)
             cross join lateral (select document -> 'reviews' @> jsonb_build_array(jsonb_build_object('account', cast(:account as text)))
                                            as reviewed,
                                        coalesce((select cast(s.document ->> 'signed' as boolean)
                                                    from evaluation.sheet s
                                                   where s.lot = e.lot and s.account_id = :account), false) as signed,
                                        document -> 'opinions' @> jsonb_build_array(jsonb_build_object('account', cast(:account as text)))
                                            as judged,
                                        exists (select from jsonb_array_elements(document -> 'inquiries') as inquiry
                                                 where inquiry ->> 'accepted' is null
                                                   and (inquiry ->> 'explanation' is not null
                                                        or cast(inquiry ->> 'answerBy' as timestamptz) <= platform.now())
                                                   and not inquiry -> 'votes'
                                                       @> jsonb_build_array(jsonb_build_object('account', cast(:account as text)))) as asked)
                   as done
             cross join lateral (select case
                                            when phase in ('DECLARING', 'QUALIFYING', 'REVIEWING', 'SCORING')
                                                and member ->> 'declaredAt' is null then 'DECLARING'
                                            when phase = 'SCORING' and not done.reviewed then 'REVIEWING'
                                            else phase
                                        end as todo) as step
             where members @> array[:account]
             order by waiting desc, changed_at desc
             limit 100
            """;
    private static final String RESULT = """
            select content, encode(digest, 'hex') as digest from evaluation.result where lot = :lot
            """;

    private final DatabaseClient database;
    private final BusinessClock clock;
    private final DepartmentDirectory departments;

    EvaluationQueries(DatabaseClient database, BusinessClock clock, DepartmentDirectory departments) {
        this.database = database;
        this.clock = clock;
        this.departments = departments;
    }

    /**
     * An evaluation on whose panel the caller sits.
     *
     * @param todo the step that the caller is at: whoever took a seat late declares and checks while others score
     * @param waiting whether something is to be done by the caller
     */
    public record SeatSummary(
            UUID lotId,
            String title,
            String noticeTitle,
            String departmentName,
            Phase phase,
            int bids,
            Phase todo,
            boolean waiting,
            Instant changedAt) {}

    /** @param digest SHA-256 of the public text, in hexadecimal digits, as it stands in the ledger */
    public record PublishedResult(ResultView result, String digest) {}

    /**
     * What an award letter says.
     *
     * @param notice title of the call
     * @param official where the statutory medium published the result; null below the purchase limit
     */
    public record Letter(
            ResultView result,
            String digest,
            String notice,
            @Nullable OfficialPublication official) {}

    /** For the department and for its supervisors; fails with {@code evaluation/not-found} for others. */
    public Mono<EvaluationView> of(Actor actor, UUID lot) {
        return one(lot).filterWhen(
                        evaluation -> watches(actor, evaluation.terms().department()))
                .switchIfEmpty(Mono.error(EvaluationProblem.NOT_FOUND::raise))
                .flatMap(evaluation -> Mono.zip(
                        sheets(lot).collectList(),
                        clock.now(),
                        (sheets, now) -> EvaluationView.of(
                                evaluation,
                                signers(sheets),
                                sheets.stream().anyMatch(sheet -> sheet.reopened() != null),
                                actor.accountId(),
                                now)));
    }

    private Mono<Boolean> watches(Actor actor, UUID department) {
        return department.equals(actor.departmentId()) ? Mono.just(true) : departments.supervises(actor, department);
    }

    private static Set<UUID> signers(List<Sheet> sheets) {
        return sheets.stream().filter(Sheet::signed).map(Sheet::account).collect(Collectors.toSet());
    }

    /** Whether the caller may hear that it moves; fails with {@code evaluation/not-found} else. */
    public Mono<Void> follow(Actor actor, UUID lot) {
        return database.sql(FOLLOWED)
                .bind("lot", lot)
                .bind("account", actor.accountId())
                .map(row -> required(row, "seated", Boolean.class)
                        ? Mono.just(true)
                        : watches(actor, required(row, "department", UUID.class)))
                .one()
                .flatMap(may -> may)
                .filter(may -> may)
                .switchIfEmpty(Mono.error(EvaluationProblem.NOT_FOUND::raise))
                .then();
    }

    /** Where the caller sits, what waits for him or her first. */
    public Flux<SeatSummary> mine(Actor actor) {
        return database.sql(MINE)
                .bind("account", actor.accountId())
                .map(EvaluationQueries::seat)
                .all();
    }

    /** Fails with {@code evaluation/not-found} before the award. */
    public Mono<PublishedResult> result(UUID lot) {
        return database.sql(RESULT)
                .bind("lot", lot)
                .map(row -> new PublishedResult(
                        CanonicalJson.read(required(row, "content", String.class), ResultView.class),
                        required(row, "digest", String.class)))
                .one()
                .switchIfEmpty(Mono.error(EvaluationProblem.NOT_FOUND::raise));
    }

    /** For a bidder about itself, after the award or when too few bids were left; fails with {@code evaluation/not-found} else. */
    public Mono<DebriefView> debrief(Actor actor, UUID lot) {
        return one(lot).filter(evaluation -> gave(evaluation, actor.organizationId()))
                .flatMap(evaluation -> debrief(evaluation, actor.organization()))
                .switchIfEmpty(Mono.error(EvaluationProblem.NOT_FOUND::raise));
    }

    private Mono<DebriefView> debrief(Evaluation evaluation, UUID body) {
        var lot = evaluation.terms().lot();
        return switch (evaluation.phase()) {
            case AWARDED -> sheets(lot).collectList().map(sheets -> DebriefView.of(evaluation, sheets, body));
            case FAILED -> failedAt(lot).map(at -> DebriefView.ofNothing(evaluation, body, at));
            default -> Mono.empty();
        };
    }

    /** Nothing follows in an evaluation that has failed. */
    private Mono<Instant> failedAt(UUID lot) {
        return database.sql(CHANGED_AT).bind("lot", lot).mapValue(Instant.class).one();
    }

    /**
     * For the winner, the department and all supervisors, as results are public (security.md 4.1); fails with
     * {@code evaluation/not-found} for others.
     */
    public Mono<Letter> letter(Actor actor, UUID lot) {
        return result(lot)
                .filter(published -> mayHave(actor, published.result()))
                .zipWith(
                        one(lot),
                        (published, evaluation) -> new Letter(
                                published.result(),
                                published.digest(),
                                evaluation.terms().noticeTitle(),
                                requireNonNull(evaluation.award()).official()))
                .switchIfEmpty(Mono.error(EvaluationProblem.NOT_FOUND::raise));
    }

    private static boolean mayHave(Actor actor, ResultView result) {
        var winner = result.winner().bid();
        return actor.is(Role.SUPERVISOR)
                || result.department().id().equals(actor.departmentId())
                || result.bids().stream().anyMatch(bid -> bid.id().equals(winner) && bid.isOf(actor.organizationId()));
    }

    /**
     * What has to be explained about the price of a bid that the caller's body gave or stands behind; fails with {@code evaluation/not-found}
     * when nothing.
     */
    public Mono<AskedView> asked(Actor actor, UUID lot) {
        var body = actor.organization();
        return one(lot).flatMapIterable(evaluation -> evaluation.inquiries().stream()
                        .filter(inquiry -> AskedView.concerns(evaluation.bid(inquiry.bid()), body))
                        .map(inquiry -> AskedView.of(inquiry, evaluation.bid(inquiry.bid()), body))
                        .toList())
                .next()
                .switchIfEmpty(Mono.error(EvaluationProblem.NOT_FOUND::raise));
    }

    private static boolean gave(Evaluation evaluation, @Nullable UUID body) {
        return evaluation.bids().stream().anyMatch(bid -> bid.isOf(body));
    }

    private Mono<Evaluation> one(UUID lot) {
        return database.sql(ONE)
                .bind("lot", lot)
                .mapValue(String.class)
                .one()
                .map(text -> CanonicalJson.read(text, Evaluation.class));
    }

    private Flux<Sheet> sheets(UUID lot) {
        return database.sql(SHEETS)
                .bind("lot", lot)
                .map(row -> CanonicalJson.read(required(row, "document", String.class), Sheet.class)
                        .at(required(row, "version", Long.class)))
                .all();
    }

    private static SeatSummary seat(Readable row) {
        return new SeatSummary(
                required(row, "lot", UUID.class),
                required(row, "title", String.class),
                required(row, "notice_title", String.class),
                required(row, "department", String.class),
                Phase.valueOf(required(row, "phase", String.class)),
                required(row, "bids", Integer.class),
                Phase.valueOf(required(row, "todo", String.class)),
                required(row, "waiting", Boolean.class),
                required(row, "changed_at", Instant.class));
    }
}
