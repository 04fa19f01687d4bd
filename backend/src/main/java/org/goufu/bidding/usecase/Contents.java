package org.goufu.bidding.usecase;

import java.math.BigDecimal;
import java.util.List;
import org.goufu.bidding.OpenedBid.Answer;
import org.goufu.bidding.OpenedBid.Attachment;
import org.goufu.bidding.OpenedBid.Line;
import org.goufu.bidding.OpenedBid.Price;
import org.goufu.bidding.OpenedBid.Technical;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What bidders write into the segments of a bid, read to the letter: nobody looked at it before it was opened. */
final class Contents {
    static final String PRICE = "price";
    static final String TECHNICAL = "tech";
    static final String ALLOCATION = "allocation";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();
    private static final int MOST_LINES = 500;
    private static final int LONGEST = 100_000;

    private Contents() {}

    /** It is not what a bid contains. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        Unreadable(@Nullable Throwable cause) {
            super(cause);
        }
    }

    private record PricePart(String format, long totalFen, List<LinePart> lines, String note) {
        PricePart {
            lines = List.copyOf(lines);
        }
    }

    private record LinePart(String item, String unit, BigDecimal quantity, long fen) {}

    private record TechnicalPart(String format, List<Answer> answers, List<Attachment> attachments) {
        TechnicalPart {
            answers = List.copyOf(answers);
            attachments = List.copyOf(attachments);
        }
    }

    /** The total is the sum of the lines, and nothing costs less than nothing. */
    static Price price(byte[] content) throws Unreadable {
        var part = read(content, PricePart.class);
        must(part.format().equals("goufu-price/1") && part.totalFen() > 0);
        must(!part.lines().isEmpty() && part.lines().size() <= MOST_LINES);
        for (var line : part.lines()) {
            must(isText(line.item()) && isText(line.unit()) && line.fen() >= 0);
            must(line.quantity().signum() > 0 && line.quantity().precision() <= 15);
        }
        try {
            must(part.totalFen()
                    == part.lines().stream().mapToLong(LinePart::fen).reduce(0, Math::addExact));
        } catch (ArithmeticException tooMuch) {
            throw new Unreadable(tooMuch);
        }
        must(isText(part.note()));
        var lines = part.lines().stream()
                .map(line -> new Line(line.item(), line.unit(), line.quantity(), line.fen()))
                .toList();
        return new Price(part.totalFen(), lines, part.note());
    }

    static Technical technical(byte[] content) throws Unreadable {
        var part = read(content, TechnicalPart.class);
        must(part.format().equals("goufu-tech/1"));
        must(part.answers().size() <= MOST_LINES && part.attachments().size() <= MOST_LINES);
        for (var answer : part.answers()) must(isText(answer.criterion()) && isText(answer.text()));
        for (var file : part.attachments()) {
            must(isText(file.segment()) && isText(file.name()) && isText(file.type()) && file.bytes() >= 0);
        }
        return new Technical(part.answers(), part.attachments());
    }

    private static <T> T read(byte[] content, Class<T> type) throws Unreadable {
        try {
            var part = JSON.readValue(content, type);
            if (part != null) return part;
        } catch (JacksonException malformed) {
            throw new Unreadable(malformed);
        }
        throw new Unreadable(null);
    }

    private static void must(boolean holds) throws Unreadable {
        if (!holds) throw new Unreadable(null);
    }

    private static boolean isText(String text) {
        return text.length() <= LONGEST;
    }
}
