package org.goufu.evaluation.domain.signal;

import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An opened bid, as far as it is compared with the others of its lot.
 *
 * @param names by which another bid may speak of it: names and credit codes of the bidder and of those who bid with it
 * @param heads who speak for them by law
 * @param handler who signed it
 * @param origin of the address that gave it: equal for equal ones
 * @param totalFen null until prices are open, or for a bid that has none
 */
public record Compared(
        UUID bid,
        Set<String> names,
        Set<String> heads,
        @Nullable String handler,
        @Nullable String origin,
        List<Answer> answers,
        List<File> files,
        @Nullable Long totalFen,
        List<Line> lines) {
    /** Of what a bidder wrote: reading more would take longer than it tells. */
    static final int LONGEST = 50_000;

    /** @param criterion its name in the notice */
    public record Answer(String criterion, String text) {}

    /** @param digest SHA-256 */
    public record File(String name, String digest) {}

    /** @param fen of the whole line */
    public record Line(String item, long fen) {}

    public Compared {
        names = Set.copyOf(names);
        heads = Set.copyOf(heads);
        answers = List.copyOf(answers);
        files = List.copyOf(files);
        lines = List.copyOf(lines);
    }

    /** All answers of a bid in characters of one width, which takes a while to find. */
    record Written(Compared bid, String text) {
        static Written of(Compared bid) {
            var answers = bid.answers().stream().map(Answer::text).collect(Collectors.joining("\n"));
            return new Written(bid, plain(answers));
        }

        UUID id() {
            return bid.bid();
        }
    }

    static String plain(String text) {
        return Normalizer.normalize(text.substring(0, Math.min(text.length(), LONGEST)), Normalizer.Form.NFKC);
    }
}
