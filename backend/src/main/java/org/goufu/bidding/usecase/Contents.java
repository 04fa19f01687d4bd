package org.goufu.bidding.usecase;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.goufu.bidding.OpenedBid.Answer;
import org.goufu.bidding.OpenedBid.Attachment;
import org.goufu.bidding.OpenedBid.Line;
import org.goufu.bidding.OpenedBid.Price;
import org.goufu.bidding.OpenedBid.Technical;
import org.goufu.bidding.domain.AllocationPart;
import org.goufu.bidding.domain.AllocationPart.Amount;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * What bidders write into the segments of a bid, read to the letter: nobody looked at it before it was opened. It is JSON in UTF-8, of
 * texts and numbers that everything behind it can hold; the browser holds what it seals to the same (contents.json).
 */
final class Contents {
    static final String PRICE = "price";
    static final String TECHNICAL = "tech";
    static final String ALLOCATION = "allocation";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    texts -> Stream.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)
                            .forEach(other -> texts.setCoercion(other, CoercionAction.Fail)))
            .build();
    private static final int MOST_LINES = 500;
    private static final int LONGEST = 100_000;
    private static final int DIGITS = 15;

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

    private record Divided(
            String format, String rosterHash, int ownShare, long ownFen, int fee, long feeFen, List<Amount> parts) {
        Divided {
            parts = List.copyOf(parts);
        }
    }

    /** The total is the sum of the lines, and nothing costs less than nothing. */
    static Price price(byte[] content) throws Unreadable {
        PricePart part = read(content, JSON.readerFor(PricePart.class));
        must(part.format().equals("goufu-price/1") && part.totalFen() > 0);
        must(!part.lines().isEmpty() && part.lines().size() <= MOST_LINES);
        for (var line : part.lines()) must(line.fen() >= 0 && isQuantity(line.quantity()));
        try {
            must(part.totalFen()
                    == part.lines().stream().mapToLong(LinePart::fen).reduce(0, Math::addExact));
        } catch (ArithmeticException tooMuch) {
            throw new Unreadable(tooMuch);
        }
        var lines = part.lines().stream()
                .map(line -> new Line(line.item(), line.unit(), line.quantity(), line.fen()))
                .toList();
        return new Price(part.totalFen(), lines, part.note());
    }

    /** A number of 17 letters can have a billion digits. */
    private static boolean isQuantity(BigDecimal quantity) {
        var shortest = quantity.stripTrailingZeros();
        return shortest.signum() > 0 && shortest.precision() <= DIGITS && Math.abs(shortest.scale()) <= DIGITS;
    }

    static Technical technical(byte[] content) throws Unreadable {
        TechnicalPart part = read(content, JSON.readerFor(TechnicalPart.class));
        must(part.format().equals("goufu-tech/1"));
        must(part.answers().size() <= MOST_LINES && part.attachments().size() <= MOST_LINES);
        for (var file : part.attachments()) must(file.bytes() >= 0);
        return new Technical(part.answers(), part.attachments());
    }

    /** Names and tasks in it are for people. */
    static AllocationPart allocation(byte[] content) throws Unreadable {
        Divided part =
                read(content, JSON.readerFor(Divided.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES));
        must(part.format().equals(AllocationPart.FORMAT));
        return new AllocationPart(
                part.rosterHash(), part.ownShare(), part.ownFen(), part.fee(), part.feeFen(), part.parts());
    }

    private static <T> T read(byte[] content, ObjectReader reader) throws Unreadable {
        var text = text(content);
        try {
            mustHoldTexts(text);
            T part = reader.readValue(text);
            if (part != null) return part;
        } catch (JacksonException malformed) {
            throw new Unreadable(malformed);
        }
        throw new Unreadable(null);
    }

    /** A parser of bytes takes other encodings too, which the next reader of the same bytes does not. */
    private static String text(byte[] content) throws Unreadable {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException other) {
            throw new Unreadable(other);
        }
    }

    private static void mustHoldTexts(String json) throws Unreadable {
        try (var parser = JSON.createParser(json)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.PROPERTY_NAME || token == JsonToken.VALUE_STRING)
                    must(isText(parser.getString()));
            }
        }
    }

    private static void must(boolean holds) throws Unreadable {
        if (!holds) throw new Unreadable(null);
    }

    /** Escapes can name what no text is: U+0000, and half of a pair. */
    private static boolean isText(String text) {
        return text.length() <= LONGEST
                && text.indexOf(0) < 0
                && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
