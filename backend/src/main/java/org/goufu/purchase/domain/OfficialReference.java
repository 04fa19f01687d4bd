package org.goufu.purchase.domain;

import static org.goufu.purchase.domain.PublicationRules.required;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.goufu.kernel.FieldProblem;
import org.goufu.purchase.Finding;
import org.goufu.purchase.NoticeContent;
import org.goufu.purchase.NoticeContent.Official;
import org.goufu.purchase.Statutory.OfficialPublication;
import org.jspecify.annotations.Nullable;

/** Where the statutory medium published a notice that this platform repeats (财政部令第101号, domain.md 1.6, publication rule). */
public final class OfficialReference {
    private static final String AT = "/officialPublication";

    private OfficialReference() {}

    /** As a notice carries it; null where there is none. */
    static @Nullable Official of(@Nullable OfficialPublication given) {
        return given == null
                ? null
                : new Official(
                        Objects.requireNonNull(given.medium()),
                        Objects.requireNonNull(given.url()),
                        Objects.requireNonNull(given.noticeId()),
                        Objects.requireNonNull(given.publishedAt()));
    }

    /** Of a call. */
    static List<Finding> check(
            String pointer, @Nullable OfficialPublication given, PublicationMedia media, Instant now) {
        var findings = new ArrayList<Finding>();
        var official = given == null ? new OfficialPublication(null, null, null, null) : given;
        required(pointer + "/medium", official.medium(), findings);
        required(pointer + "/url", official.url(), findings);
        required(pointer + "/noticeId", official.noticeId(), findings);
        required(pointer + "/publishedAt", official.publishedAt(), findings);
        var medium = media.named(official.medium());
        if (official.medium() != null && medium.isEmpty()) {
            findings.add(Finding.error(pointer + "/medium", "official-medium", media.names()));
        }
        if (official.url() != null && medium.isPresent() && !medium.get().isHomeOf(official.url())) {
            findings.add(Finding.warning(pointer + "/url", "official-elsewhere", official.medium()));
        }
        if (official.publishedAt() != null && official.publishedAt().isAfter(now)) {
            findings.add(Finding.error(pointer + "/publishedAt", "official-not-yet"));
        }
        return findings;
    }

    /**
     * The same of the result.
     *
     * <p>Fails with {@code purchase/result-unreferenced} naming the fields.
     */
    public static void ofResult(
            @Nullable OfficialPublication given, NoticeContent call, PublicationMedia media, Instant now) {
        var fields = blocking(check(AT, given, call, media, now));
        if (!fields.isEmpty()) throw PurchaseProblem.RESULT_UNREFERENCED.raise(fields);
    }

    static List<FieldProblem> blocking(List<Finding> findings) {
        return findings.stream()
                .filter(Finding::blocks)
                .map(finding -> new FieldProblem(finding.pointer(), finding.code(), finding.arguments()))
                .toList();
    }

    /** Of a notice that follows a call: one of its own, and none where the call has none. */
    static List<Finding> check(
            String pointer,
            @Nullable OfficialPublication given,
            NoticeContent call,
            PublicationMedia media,
            Instant now) {
        var before = call.official();
        if (before == null) {
            return given == null ? List.of() : List.of(Finding.error(pointer, "not-of-this-method"));
        }
        var findings = new ArrayList<>(check(pointer, given, media, now));
        if (given == null) return findings;
        if (before.noticeId().equals(given.noticeId())) {
            findings.add(Finding.error(pointer + "/noticeId", "official-same", before.noticeId()));
        }
        if (given.publishedAt() != null && given.publishedAt().isBefore(before.publishedAt())) {
            findings.add(Finding.error(pointer + "/publishedAt", "official-before-call"));
        }
        return findings;
    }
}
