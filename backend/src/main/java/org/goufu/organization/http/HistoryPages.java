package org.goufu.organization.http;

import java.util.List;
import java.util.function.Function;
import org.goufu.kernel.Page;
import org.goufu.organization.sql.HistoryRow;
import org.goufu.platform.http.PageRequest;

/** Pages of histories, which are in order of versions, the last first. */
final class HistoryPages {
    private HistoryPages() {}

    /** @param rows one more than the page when there is a next one */
    static <A extends Enum<A>, T> Page<T> of(List<HistoryRow<A>> rows, int size, Function<HistoryRow<A>, T> item) {
        var total = rows.isEmpty() ? 0 : rows.getFirst().total();
        var page = Page.cut(rows, size, total, row -> PageRequest.cursor(String.valueOf(row.version())));
        return new Page<>(
                page.items().stream().map(item).toList(), page.total(), page.totalIsLowerBound(), page.next());
    }
}
