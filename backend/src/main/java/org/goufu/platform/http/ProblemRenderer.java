package org.goufu.platform.http;

import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTransientResourceException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.goufu.kernel.FieldProblem;
import org.goufu.kernel.Problem;
import org.goufu.kernel.ProblemException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;
import reactor.netty.channel.AbortedException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** The one place that turns any failure into a problem document in the asker's language. */
@Component
public class ProblemRenderer {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemRenderer.class);
    private static final String DISK_FULL_STATE = "53100";
    private static final int RETRY_AFTER_SECONDS = 5;

    private final Texts texts;

    ProblemRenderer(Texts texts) {
        this.texts = texts;
    }

    /**
     * A document with the status it is to be sent with.
     *
     * @param retryAfter seconds for the header of that name, null for none
     */
    public record Rendered(
            HttpStatus status,
            ProblemDocument document,
            @Nullable Integer retryAfter) {}

    public Rendered render(Throwable failure, String path, Locale locale) {
        return switch (failure) {
            case ProblemException problem -> of(problem, status(problem.problem()), path, locale);
            case WebExchangeBindException invalid -> of(bound(invalid), HttpStatus.UNPROCESSABLE_CONTENT, path, locale);
            case MissingRequestValueException missing ->
                of(
                        HttpProblem.PARAMETER_INVALID.raise(
                                List.of(FieldProblem.of(missing.getName(), "required")), missing.getName()),
                        HttpStatus.BAD_REQUEST,
                        path,
                        locale);
            case ServerWebInputException input -> of(read(input), path, locale);
            case DecodingException parts -> of(HttpProblem.MALFORMED.raise(), path, locale);
            // The caller hung up in the middle of its request, and nobody reads the answer.
            case AbortedException gone -> of(HttpProblem.MALFORMED.raise(), path, locale);
            case ResponseStatusException status -> of(status, path, locale);
            default -> unexpected(failure, path, locale);
        };
    }

    private Rendered of(ProblemException failure, String path, Locale locale) {
        return of(failure, status(failure.problem()), path, locale);
    }

    private Rendered of(ResponseStatusException failure, String path, Locale locale) {
        var problem = switch (failure.getStatusCode().value()) {
            case 401 -> HttpProblem.UNAUTHENTICATED;
            case 403 -> HttpProblem.FORBIDDEN;
            case 404 -> HttpProblem.NOT_FOUND;
            case 405 -> HttpProblem.METHOD_NOT_ALLOWED;
            case 406 -> HttpProblem.NOT_ACCEPTABLE;
            case 413 -> HttpProblem.TOO_LARGE;
            case 415 -> HttpProblem.UNSUPPORTED_MEDIA_TYPE;
            case 429 -> HttpProblem.TOO_MANY;
            case 503 -> HttpProblem.UNAVAILABLE;
            default -> failure.getStatusCode().is4xxClientError() ? HttpProblem.MALFORMED : HttpProblem.INTERNAL;
        };
        if (problem == HttpProblem.INTERNAL) {
            return unexpected(failure, path, locale);
        }
        return of(problem.raise(), HttpStatus.valueOf(failure.getStatusCode().value()), path, locale);
    }

    /** Bean Validation speaks of fields with dots; the contract speaks in JSON pointers. */
    private static ProblemException bound(WebExchangeBindException invalid) {
        var fields = new ArrayList<FieldProblem>();
        for (var error : invalid.getAllErrors()) {
            var pointer = error instanceof FieldError field ? pointer(field.getField()) : "";
            var code = String.valueOf(error.getCode())
                    .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                    .toLowerCase(Locale.ROOT);
            fields.add(FieldProblem.of(pointer, code, limits(error.getArguments())));
        }
        return HttpProblem.INVALID.raise(fields);
    }

    /** Of a constraint's arguments only the numbers are of use in a text; the first is the field itself. */
    private static Object[] limits(Object @Nullable [] arguments) {
        return arguments == null
                ? new Object[0]
                : Arrays.stream(arguments).filter(Number.class::isInstance).toArray();
    }

    private static String pointer(String path) {
        return "/" + path.replace("[", "/").replace("]", "").replace(".", "/");
    }

    private static ProblemException read(ServerWebInputException input) {
        for (Throwable cause = input; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case ProblemException problem -> {
                    return problem;
                }
                case UnrecognizedPropertyException unknown -> {
                    return HttpProblem.MALFORMED.raise(
                            List.of(FieldProblem.of(pointer(unknown), "unknown", unknown.getPropertyName())));
                }
                case JacksonException json -> {
                    return HttpProblem.MALFORMED.raise(List.of(FieldProblem.of(pointer(json), "unreadable")));
                }
                case DataBufferLimitException large -> {
                    return HttpProblem.TOO_LARGE.raise();
                }
                default -> {}
            }
        }
        var parameter = input.getMethodParameter();
        var name = parameter == null ? null : parameter.getParameterName();
        return name == null
                ? HttpProblem.MALFORMED.raise()
                : HttpProblem.PARAMETER_INVALID.raise(List.of(FieldProblem.of(name, "invalid")), name);
    }

    private static String pointer(JacksonException failure) {
        var path = new StringBuilder();
        for (var step : failure.getPath()) {
            path.append('/').append(step.getPropertyName() == null ? step.getIndex() : step.getPropertyName());
        }
        return path.toString();
    }

    private Rendered unexpected(Throwable failure, String path, Locale locale) {
        var causes =
                Stream.iterate(failure, Objects::nonNull, Throwable::getCause).toList();
        if (causes.stream().anyMatch(ProblemRenderer::isFullDisk)) {
            LOG.error("the database's disk is full: {}", String.valueOf(causes.getLast()));
            return of(HttpProblem.DISK_FULL.raise(), HttpStatus.SERVICE_UNAVAILABLE, path, locale);
        }
        if (causes.stream().anyMatch(ProblemRenderer::isOutage)) {
            LOG.warn("a neighbour does not answer: {}", String.valueOf(failure));
            return of(HttpProblem.UNAVAILABLE.raise(), HttpStatus.SERVICE_UNAVAILABLE, path, locale);
        }
        LOG.error("unexpected failure at {}", path, failure);
        return of(HttpProblem.INTERNAL.raise(), HttpStatus.INTERNAL_SERVER_ERROR, path, locale);
    }

    private static boolean isFullDisk(Throwable cause) {
        return cause instanceof R2dbcException database && DISK_FULL_STATE.equals(database.getSqlState());
    }

    private static boolean isOutage(Throwable cause) {
        return cause instanceof R2dbcNonTransientResourceException
                || cause instanceof R2dbcTransientResourceException
                || cause instanceof DataAccessResourceFailureException
                || cause instanceof QueryTimeoutException
                || cause instanceof CannotCreateTransactionException
                || cause instanceof TimeoutException
                || cause instanceof IOException;
    }

    private Rendered of(ProblemException failure, HttpStatus status, String path, Locale locale) {
        var problem = failure.problem();
        var arguments = failure.arguments().toArray();
        var detail = texts.text("problem." + problem.code(), locale, arguments);
        var title = texts.textOr(
                "problem." + problem.code() + ".title",
                texts.text("title." + status.value(), locale),
                locale,
                arguments);
        var errors = failure.fields().stream()
                .map(field -> new ProblemDocument.FieldError(
                        field.pointer(),
                        field.code(),
                        texts.textOr(
                                "field." + field.code(),
                                detail,
                                locale,
                                field.arguments().toArray())))
                .toList();
        var document = new ProblemDocument(
                "/problems/" + problem.code(), title, status.value(), detail, path, errors.isEmpty() ? null : errors);
        return new Rendered(status, document, retryAfter(failure, status));
    }

    /** A limiter that knows the wait hands it over as the first argument. */
    private static @Nullable Integer retryAfter(ProblemException failure, HttpStatus status) {
        if (status != HttpStatus.SERVICE_UNAVAILABLE && status != HttpStatus.TOO_MANY_REQUESTS) {
            return null;
        }
        return failure.arguments().stream()
                .filter(Number.class::isInstance)
                .map(number -> Math.max(1, ((Number) number).intValue()))
                .findFirst()
                .orElse(RETRY_AFTER_SECONDS);
    }

    private static HttpStatus status(Problem problem) {
        return switch (problem.kind()) {
            case MALFORMED -> problem == HttpProblem.TOO_LARGE ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.BAD_REQUEST;
            case UNAUTHENTICATED -> HttpStatus.UNAUTHORIZED;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case MISSING -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case STALE -> HttpStatus.PRECONDITION_FAILED;
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case PRECONDITION_REQUIRED -> HttpStatus.PRECONDITION_REQUIRED;
            case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }
}
