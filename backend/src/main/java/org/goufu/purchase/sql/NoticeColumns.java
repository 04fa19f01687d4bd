package org.goufu.purchase.sql;

import org.goufu.purchase.usecase.NewNotice;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** Binds what every new notice says of itself. */
final class NoticeColumns {
    private NoticeColumns() {}

    static GenericExecuteSpec bind(GenericExecuteSpec statement, NewNotice notice) {
        var content = notice.content();
        return statement
                .bind("notice", notice.id())
                .bind("number", content.number())
                .bind("type", content.type().name())
                .bind("format", content.formatCode())
                .bind("title", content.title())
                .bind("at", content.publishedAt())
                .bind("content", notice.text())
                .bind("digest", notice.digest());
    }
}
