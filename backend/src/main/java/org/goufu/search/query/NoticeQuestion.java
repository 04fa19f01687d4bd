package org.goufu.search.query;

import java.util.List;
import java.util.UUID;
import org.goufu.purchase.NoticeStatus;
import org.goufu.purchase.NoticeType;
import org.goufu.purchase.ProcurementMethod;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to find: values within one list are OR, the lists are AND.
 *
 * <p>There is no field for visibility: only published notices are in the index.
 *
 * @param sort null for the usual order: by relevance when there is text, else the newest first
 * @param after the cursor of the page before, still unread
 */
public record NoticeQuestion(
        String text,
        List<NoticeType> types,
        List<String> regions,
        List<String> categories,
        List<ProcurementMethod> methods,
        List<NoticeStatus> statuses,
        @Nullable Long minAmountFen,
        @Nullable Long maxAmountFen,
        Span published,
        Span deadline,
        List<UUID> departments,
        @Nullable Sort sort,
        int size,
        @Nullable String after) {
    /** The order of a list; each newest, nearest or largest first. */
    public enum Sort {
        RELEVANCE,
        PUBLISHED,
        DEADLINE,
        AMOUNT
    }

    public NoticeQuestion {
        types = List.copyOf(types);
        regions = List.copyOf(regions);
        categories = List.copyOf(categories);
        methods = List.copyOf(methods);
        statuses = List.copyOf(statuses);
        departments = List.copyOf(departments);
    }

    /** Everything that must stay the same from page to page, as one word. */
    String fingerprint(Sort order) {
        var same = List.of(
                text,
                types,
                regions,
                categories,
                methods,
                statuses,
                String.valueOf(minAmountFen),
                String.valueOf(maxAmountFen),
                published,
                deadline,
                departments,
                order);
        return Integer.toHexString(same.toString().hashCode());
    }
}
