package org.goufu.purchase;

import org.goufu.platform.documents.CanonicalJson;

/**
 * How a notice is written down, as {@link CanonicalJson}.
 *
 * <p>The text itself is kept beside its digest: one that was written in another order stays what it was digested as, and is read all
 * the same.
 */
public final class CanonicalNotice {
    private CanonicalNotice() {}

    public static String text(NoticeContent notice) {
        return CanonicalJson.text(notice);
    }

    public static NoticeContent read(String text) {
        return CanonicalJson.read(text, NoticeContent.class);
    }

    /** SHA-256 of the text's UTF-8 bytes. */
    public static byte[] digest(String text) {
        return CanonicalJson.digest(text);
    }
}
