package org.goufu.search.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goufu.purchase.NoticeStatus;
import org.goufu.purchase.NoticeType;
import org.goufu.purchase.ProcurementMethod;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What comes back from Elasticsearch, trimmed to what a page needs. */
record NoticeAnswer(Hits hits, @Nullable Map<String, JsonNode> aggregations) {
    static final String PATHS = "hits.total,hits.hits._source,hits.hits.highlight,hits.hits.sort,aggregations";

    record Hits(Total total, @Nullable List<Hit> hits) {
        List<Hit> list() {
            return hits == null ? List.of() : hits;
        }
    }

    record Total(long value, String relation) {
        boolean isLowerBound() {
            return !"eq".equals(relation);
        }
    }

    record Hit(
            @JsonProperty("_source") Source source,
            @Nullable Map<String, List<String>> highlight,
            List<JsonNode> sort) {}

    record Source(
            UUID id,
            String number,
            UUID purchaseId,
            NoticeType type,
            String title,
            UUID departmentId,
            String departmentName,
            String regionCode,
            @Nullable List<String> categories,
            ProcurementMethod method,
            long amountFen,
            Instant publishedAt,
            @Nullable Instant deadline,
            @Nullable NoticeStatus outcome) {
        NoticeStatus status(Instant now) {
            if (outcome != null) return outcome;
            if (deadline == null) return NoticeStatus.PUBLISHED;
            return deadline.isAfter(now) ? NoticeStatus.OPEN : NoticeStatus.CLOSED;
        }
    }
}
