package org.goufu.bidding;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.goufu.kernel.Named;
import org.goufu.organization.BodyKind;
import org.jspecify.annotations.Nullable;

/**
 * A bid as it came out of its envelope.
 *
 * @param acceptedAt when it was given, by the clock that decided about the deadline
 * @param reason why it was not opened or does not count, as the code of a text; null when it was opened
 * @param price null until prices are opened, and for a bid that failed
 * @param technical null for a bid that failed
 * @param actingFor the filed groups that a federation answers with, or the other members of a consortium
 * @param consortium all its members, the lead {@code body} first; empty for a bid that was given alone or for groups
 */
public record OpenedBid(
        UUID envelope,
        Named body,
        BodyKind kind,
        Instant acceptedAt,
        Outcome outcome,
        @Nullable String reason,
        @Nullable Price price,
        @Nullable Technical technical,
        List<UUID> actingFor,
        List<ConsortiumMember> consortium) {

    /** What became of it. */
    public enum Outcome {
        OPENED,
        /** It could not be opened. */
        FAILED,
        /** It was opened and does not count (令87 63). */
        INVALID
    }

    /** 开标一览表, {@code goufu-price/1}. */
    public record Price(long totalFen, List<Line> lines, String note) {
        public Price {
            lines = List.copyOf(lines);
        }
    }

    /** @param fen of the whole line */
    public record Line(String item, String unit, BigDecimal quantity, long fen) {}

    /** {@code goufu-tech/1}. */
    public record Technical(List<Answer> answers, List<Attachment> attachments) {
        public Technical {
            answers = List.copyOf(answers);
            attachments = List.copyOf(attachments);
        }

        /** What the bidder says to a criterion, by its name. */
        public Optional<String> answer(String criterion) {
            return answers.stream()
                    .filter(answer -> answer.criterion().equals(criterion))
                    .map(Answer::text)
                    .findFirst();
        }
    }

    /** @param criterion its name in the notice */
    public record Answer(String criterion, String text) {}

    /** @param segment under which {@link OpenedBids#content} has it */
    public record Attachment(String segment, String name, String type, long bytes) {}

    public OpenedBid {
        actingFor = List.copyOf(actingFor);
        consortium = List.copyOf(consortium);
    }

    public boolean counts() {
        return outcome == Outcome.OPENED;
    }

    /** The reason, empty where none was recorded. */
    public String why() {
        return reason == null ? "" : reason;
    }

    /** As notices name who gave it. */
    public String bidder() {
        return consortium.isEmpty() ? body.name() : ConsortiumMember.named(consortium);
    }

    /** Those who gave it: the bidder, or all members of a consortium. */
    public Stream<UUID> givers() {
        return consortium.isEmpty() ? Stream.of(body.id()) : consortium.stream().map(ConsortiumMember::id);
    }

    /** Whether it is this body's own bid; a consortium's is each member's (政府采购法 第24条). */
    public boolean isOf(@Nullable UUID reader) {
        return body.id().equals(reader)
                || consortium.stream().anyMatch(member -> member.id().equals(reader));
    }
}
