package org.goufu.notification.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Page;
import org.goufu.matching.PhraseBook;
import org.goufu.notification.NotificationProblem;
import org.goufu.notification.domain.Kind;
import org.goufu.notification.domain.Message;
import org.goufu.notification.sql.InboxQueries;
import org.goufu.notification.sql.InboxQueries.Row;
import org.goufu.notification.usecase.MarkMessages;
import org.goufu.platform.http.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The caller's inbox. */
@RestController
@RequestMapping("/api/me/inbox")
class InboxController {
    private final InboxQueries queries;
    private final MarkMessages mark;
    private final PhraseBook book;

    InboxController(InboxQueries queries, MarkMessages mark, PhraseBook book) {
        this.queries = queries;
        this.mark = mark;
        this.book = book;
    }

    /** One message. */
    record Item(
            String id,

            @Schema(allowableValues = {"match", "notice", "correction", "deadline", "bid", "opening", "evaluation"})
            String kind,

            @Nullable UUID noticeId,
            @Nullable UUID purchaseId,
            @Nullable UUID lotId,
            @Nullable UUID membershipId,
            @Nullable UUID bodyId,

            @Schema(
                    description =
                            "The page of the lot: opening, evaluation, desk, debrief, result or consents; keys, of the body; else null")
            @Nullable
            String place,

            String title,
            List<String> reasons,
            Instant at,
            boolean read) {}

    /**
     * One page, the newest first.
     *
     * @param unread in the whole inbox, whatever the filter
     */
    record InboxPage(
            List<Item> items,
            long total,
            boolean totalIsLowerBound,
            @Nullable String next,
            long unread) {}

    @GetMapping
    @Operation(summary = "The caller's inbox, the newest first")
    Mono<InboxPage> inbox(
            Actor actor,
            @RequestParam(name = "unread", defaultValue = "false") boolean unread,
            @Parameter(
                            schema =
                                    @Schema(
                                            allowableValues = {
                                                "match",
                                                "notice",
                                                "correction",
                                                "deadline",
                                                "bid",
                                                "opening",
                                                "evaluation"
                                            }))
                    @RequestParam(name = "kind", required = false)
                    @Nullable
                    String kind,
            @RequestParam(name = "size", defaultValue = PageRequest.DEFAULT_SIZE) int size,
            @RequestParam(name = "after", required = false) @Nullable String after,
            Locale locale) {
        var before = before(PageRequest.of(size, after));
        return queries.page(
                        MarkMessages.inboxesOf(actor),
                        known(Objects.requireNonNullElse(kind, "")),
                        unread,
                        before,
                        size + 1)
                .collectList()
                .map(rows -> page(rows, size, locale));
    }

    private static String known(String kind) {
        if (kind.isEmpty()) return kind;
        for (var one : Kind.values()) {
            if (one.word().equals(kind)) return kind;
        }
        throw NotificationProblem.KIND_UNKNOWN.raise(kind);
    }

    private static long before(PageRequest page) {
        var after = page.after();
        try {
            return after == null ? Long.MAX_VALUE : Long.parseLong(after);
        } catch (NumberFormatException unreadable) {
            throw NotificationProblem.CURSOR_UNREADABLE.raise();
        }
    }

    private InboxPage page(List<Row> rows, int size, Locale locale) {
        var messages = rows.stream().map(Row::message).flatMap(Optional::stream).toList();
        var counts = rows.getFirst();
        var page =
                Page.cut(messages, size, counts.total(), message -> PageRequest.cursor(String.valueOf(message.id())));
        return new InboxPage(
                page.items().stream().map(message -> item(message, locale)).toList(),
                page.total(),
                page.totalIsLowerBound(),
                page.next(),
                counts.unread());
    }

    private Item item(Message message, Locale locale) {
        return new Item(
                String.valueOf(message.id()),
                message.kind().word(),
                message.noticeId(),
                message.purchaseId(),
                message.lotId(),
                message.membershipId(),
                message.bodyId(),
                message.place() == null ? null : message.place().word(),
                message.title(),
                book.texts(message.reasons(), locale),
                message.at(),
                message.read());
    }

    @PutMapping("/{id}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Marks a message as read")
    Mono<Void> read(Actor actor, @Parameter(schema = @Schema(implementation = String.class)) @PathVariable long id) {
        return mark.as(true, actor, id);
    }

    @PutMapping("/{id}/unread")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Marks a message as unread")
    Mono<Void> unread(Actor actor, @Parameter(schema = @Schema(implementation = String.class)) @PathVariable long id) {
        return mark.as(false, actor, id);
    }

    @PutMapping("/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Marks all messages as read")
    Mono<Void> allRead(Actor actor) {
        return mark.allRead(actor);
    }
}
