package org.goufu.purchase.usecase;

import java.util.UUID;
import org.goufu.kernel.Ids;
import org.goufu.purchase.CanonicalNotice;
import org.goufu.purchase.NoticeContent;

/**
 * A notice that is being published.
 *
 * @param text its canonical form, as it is kept
 * @param digest of the text
 */
public record NewNotice(UUID id, NoticeContent content, String text, byte[] digest) {
    static NewNotice of(NoticeContent content) {
        var text = CanonicalNotice.text(content);
        return new NewNotice(Ids.next(), content, text, CanonicalNotice.digest(text));
    }
}
