package org.goufu.search.index;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.goufu.kernel.CategoryCode;
import org.goufu.kernel.RegionCode;
import org.goufu.platform.time.BusinessClock;
import org.goufu.purchase.NoticeStatus;
import org.goufu.purchase.PublishedNotice;
import org.goufu.reference.Regions;
import org.jspecify.annotations.Nullable;

/**
 * A notice in the index, with everything that a list shows.
 *
 * @param body sentence by sentence: no phrase is found across a full stop
 * @param also department, places and number; and the whole text in its usual form when it is written otherwise
 * @param singles Latin words, numbers and last characters of the body, which its pairs of characters do not hold alone
 * @param regionPath where it is bought and served, with everything above
 * @param month of publication in Asia/Shanghai
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record NoticeDocument(
        UUID id,
        String number,
        UUID purchaseId,
        String type,
        String title,
        List<String> body,
        List<String> also,
        Set<String> singles,
        Set<String> titlePinyin,
        Set<String> titleInitials,
        UUID departmentId,
        String departmentName,
        Set<String> departmentPinyin,
        String regionCode,
        Set<String> regionPath,
        List<String> categories,
        Set<String> categoryPath,
        String method,
        long amountFen,
        String publishedAt,
        String month,
        @Nullable String deadline,
        @Nullable NoticeStatus outcome) {
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[。！？；!?;])|[\\r\\n]+");
    private static final Pattern LATIN = Pattern.compile("[a-z0-9]+(?:[._'][a-z0-9]+)*");

    public static NoticeDocument of(PublishedNotice notice, Regions regions) {
        var sentences = sentences(notice.body());
        return new NoticeDocument(
                notice.id(),
                notice.number(),
                notice.purchaseId(),
                notice.type().name(),
                notice.title(),
                sentences,
                also(notice, sentences, regions),
                singles(sentences),
                Pinyin.syllables(notice.title()),
                Pinyin.initials(notice.title()),
                notice.department().id(),
                notice.department().name(),
                Pinyin.syllables(notice.department().name()),
                notice.regionCode(),
                paths(Stream.concat(Stream.of(notice.regionCode()), notice.serviceRegionCodes().stream())),
                notice.categoryCodes(),
                categoryPaths(notice.categoryCodes()),
                notice.method().name(),
                notice.amountFen(),
                notice.publishedAt().toString(),
                month(notice.publishedAt()),
                notice.deadline() == null ? null : notice.deadline().toString(),
                notice.outcome());
    }

    static List<String> sentences(String text) {
        return SENTENCE_END
                .splitAsStream(text)
                .map(String::strip)
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    private static List<String> also(PublishedNotice notice, List<String> sentences, Regions regions) {
        var also = new ArrayList<String>();
        also.add(Folding.fold(notice.department().name()));
        also.add(notice.number());
        Stream.concat(Stream.of(notice.regionCode()), notice.serviceRegionCodes().stream())
                .distinct()
                .map(code -> regions.coded(code).name())
                .forEach(also::add);
        Stream.concat(Stream.of(notice.title()), sentences.stream())
                .filter(Folding::changes)
                .map(Folding::fold)
                .forEach(also::add);
        return also;
    }

    private static Set<String> singles(List<String> sentences) {
        var singles = new LinkedHashSet<String>();
        for (var sentence : sentences) {
            var folded = Folding.fold(sentence);
            LATIN.matcher(folded).results().forEach(word -> singles.add(word.group()));
            folded.codePoints()
                    .filter(Character::isLetterOrDigit)
                    .reduce((first, second) -> second)
                    .ifPresent(last -> singles.add(Character.toString(last)));
        }
        return singles;
    }

    static Set<String> paths(Stream<String> codes) {
        var paths = new LinkedHashSet<String>();
        codes.forEach(code -> paths.addAll(new RegionCode(code).path()));
        return paths;
    }

    static Set<String> categoryPaths(Collection<String> codes) {
        var paths = new LinkedHashSet<String>();
        codes.forEach(code -> paths.addAll(new CategoryCode(code).path()));
        return paths;
    }

    private static String month(Instant instant) {
        return YearMonth.from(ZonedDateTime.ofInstant(instant, BusinessClock.ZONE))
                .toString();
    }
}
