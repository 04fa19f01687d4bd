package org.goufu.notification.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.goufu.matching.PhraseBook;
import org.goufu.notification.domain.Message;
import org.goufu.notification.usecase.LiveStream;
import org.goufu.notification.usecase.MarkMessages;
import org.goufu.platform.http.LiveEvents;
import org.goufu.platform.security.Session;
import org.goufu.platform.security.WhileSignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/** The live stream of what the caller is told. */
@RestController
class EventController {
    private final LiveStream stream;
    private final WhileSignedIn signedIn;
    private final PhraseBook book;

    EventController(LiveStream stream, WhileSignedIn signedIn, PhraseBook book) {
        this.stream = stream;
        this.signedIn = signedIn;
        this.book = book;
    }

    /** The data of an event. */
    record EventData(
            String inboxId,
            @Nullable UUID noticeId,
            @Nullable UUID purchaseId,
            @Nullable UUID lotId,
            @Nullable UUID membershipId,
            @Nullable UUID bodyId,

            @Schema(description = "The page of the lot: opening, evaluation, desk, debrief or result; else null")
            @Nullable
            String place,

            String title,
            List<String> reasons,
            Instant at) {}

    @ApiResponse(
            responseCode = "200",
            description =
                    "Events match, notice, correction, deadline, bid, opening and evaluation; Last-Event-ID resumes after the event with that id. The stream ends with the session",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(implementation = EventData.class)))
    @GetMapping(path = "/api/me/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(summary = "What the caller is told, as server-sent events; Last-Event-ID resumes")
    Flux<ServerSentEvent<EventData>> events(
            Session session,
            @RequestHeader(name = "Last-Event-ID", defaultValue = "") String lastEventId,
            Locale locale) {
        var told = stream.to(MarkMessages.inboxesOf(session.actor()), number(lastEventId))
                .map(message -> event(message, locale));
        return signedIn.of(session, LiveEvents.beating(told));
    }

    /** A foreign id resumes nothing: the stream begins with what is new. */
    private static long number(String lastEventId) {
        try {
            return lastEventId.isEmpty() ? 0 : Long.parseLong(lastEventId);
        } catch (NumberFormatException foreign) {
            return 0;
        }
    }

    private ServerSentEvent<EventData> event(Message message, Locale locale) {
        var data = new EventData(
                String.valueOf(message.id()),
                message.noticeId(),
                message.purchaseId(),
                message.lotId(),
                message.membershipId(),
                message.bodyId(),
                message.place() == null ? null : message.place().word(),
                message.title(),
                book.texts(message.reasons(), locale),
                message.at());
        return ServerSentEvent.builder(data)
                .id(String.valueOf(message.id()))
                .event(message.kind().word())
                .build();
    }
}
