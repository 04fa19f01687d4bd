package org.goufu.search.query;

import static org.goufu.search.index.Elastic.JSON;

import co.elastic.clients.elasticsearch._types.FieldValue;
import java.time.Instant;
import java.util.List;
import org.goufu.search.SearchProblem;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Where a page ended: the moment at which the first page was asked, by which the status of notices goes on being told, and the
 * values by which its last hit was sorted.
 *
 * @param question the question it belongs to
 */
record Cursor(String question, Instant now, List<FieldValue> after) {
    /** Fails with {@code search/cursor-unreadable} unless it is ours and of this question. */
    static @Nullable Cursor read(@Nullable String text, String question, int values) {
        if (text == null) return null;
        try {
            var parts = JSON.readTree(text);
            if (!parts.isArray()
                    || parts.size() != values + 2
                    || !question.equals(parts.get(0).asString(""))) {
                throw SearchProblem.CURSOR_UNREADABLE.raise();
            }
            var after = parts.valueStream().skip(2).map(Cursor::value).toList();
            return new Cursor(question, Instant.ofEpochMilli(parts.get(1).longValue()), after);
        } catch (JacksonException unreadable) {
            throw SearchProblem.CURSOR_UNREADABLE.raise();
        }
    }

    private static FieldValue value(JsonNode node) {
        if (node.isIntegralNumber()) return FieldValue.of(node.longValue());
        if (node.isNumber()) return FieldValue.of(node.doubleValue());
        if (node.isString()) return FieldValue.of(node.stringValue());
        throw SearchProblem.CURSOR_UNREADABLE.raise();
    }

    static String write(String question, Instant now, List<JsonNode> sort) {
        var parts = JSON.createArrayNode().add(question).add(now.toEpochMilli());
        parts.addAll(sort);
        return JSON.writeValueAsString(parts);
    }
}
