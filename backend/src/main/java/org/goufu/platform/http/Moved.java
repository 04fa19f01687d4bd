package org.goufu.platform.http;

import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.URI;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** Answers at the address of something that may go on under another id. */
public final class Moved {
    private Moved() {}

    /** Says of an operation that it may point on. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @ApiResponse(responseCode = "200", description = "OK", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "308",
            description = "It goes on under another id",
            headers = @Header(name = "Location", schema = @Schema(type = "string", format = "uri-reference")),
            content = @Content)
    public @interface MayPointOn {}

    /**
     * The answer where it stands under the id that was asked for, else 308 to the same question about its own id.
     *
     * @param place the path before the id
     */
    public static <T> ResponseEntity<T> unlessAt(
            UUID asked, UUID standing, String place, ServerHttpRequest request, Supplier<ResponseEntity<T>> answer) {
        if (asked.equals(standing)) return answer.get();
        var query = request.getURI().getRawQuery();
        return ResponseEntity.status(HttpStatus.PERMANENT_REDIRECT)
                .location(URI.create(place + standing + (query == null ? "" : "?" + query)))
                .build();
    }
}
