package org.goufu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.RequestHeadersSpec;
import tools.jackson.databind.JsonNode;

/** Something that is refused, asked for in both languages: what, where and what to do stand there in words (product.md 11). */
public final class Refusal {
    private static final String CHINESE = "(?s).*\\p{IsHan}{2}.*";
    private static final String ENGLISH = "(?s).*[A-Za-z]{2}.*[A-Za-z]{2}.*";
    /** Names that are quoted stay as they are registered. */
    private static final String QUOTED = "“[^”]*”";

    private final RequestHeadersSpec<?> request;

    private Refusal(RequestHeadersSpec<?> request) {
        this.request = request;
    }

    public static Refusal of(RequestHeadersSpec<?> request) {
        return new Refusal(request);
    }

    public static Refusal get(WebTestClient who, String uri, Object... variables) {
        return new Refusal(who.get().uri(uri, variables));
    }

    public static Refusal post(WebTestClient who, Object body, String uri, Object... variables) {
        return new Refusal(who.post()
                .uri(uri, variables)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body));
    }

    /** An act without a word. */
    public static Refusal act(WebTestClient who, String uri, Object... variables) {
        return post(who, Map.of(), uri, variables);
    }

    public Refusal seen(@Nullable String ifMatch) {
        if (ifMatch != null) request.headers(headers -> headers.set(HttpHeaders.IF_MATCH, ifMatch));
        return this;
    }

    /** @param fields each a pointer and a code, {@code /to days-reversed}; none where no field is to blame */
    public void is(int status, String type, String... fields) {
        var chinese = answer("zh-CN", status, type, fields);
        var english = answer("en", status, type, fields);
        said(chinese).forEach(text -> assertThat(text).matches(CHINESE));
        said(english)
                .forEach(text -> assertThat(text.replaceAll(QUOTED, ""))
                        .as(text)
                        .matches(ENGLISH)
                        .doesNotMatch(CHINESE));
    }

    private JsonNode answer(String language, int status, String type, String... fields) {
        request.headers(headers -> headers.set(HttpHeaders.ACCEPT_LANGUAGE, language));
        var answer = request.exchange().expectBody(JsonNode.class).returnResult();
        var problem = answer.getResponseBody();
        assertThat(answer.getStatus().value()).as("%s", problem).isEqualTo(status);
        assertThat(problem.path("type").asString()).isEqualTo("/problems/" + type);
        assertThat(answer.getResponseHeaders().getContentType())
                .matches(MediaType.APPLICATION_PROBLEM_JSON::isCompatibleWith);
        assertThat(problem.path("errors")
                        .valueStream()
                        .map(error -> error.path("pointer").asString() + " "
                                + error.path("code").asString()))
                .containsExactlyInAnyOrder(fields);
        return problem;
    }

    private static List<String> said(JsonNode problem) {
        var texts = new ArrayList<String>();
        texts.add(problem.path("title").asString());
        texts.add(problem.path("detail").asString());
        problem.path("errors")
                .valueStream()
                .map(error -> error.path("detail").asString())
                .forEach(texts::add);
        assertThat(texts).allSatisfy(text -> assertThat(text).isNotBlank().doesNotContain("{"));
        return texts;
    }
}
