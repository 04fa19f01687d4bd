package org.goufu.evaluation.domain.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.goufu.evaluation.domain.signal.Compared.Answer;
import org.goufu.evaluation.domain.signal.Compared.File;
import org.goufu.evaluation.domain.signal.Compared.Line;

/** Bids as they are compared, one thing set at a time. */
final class Bids {
    static final String PLAN = "服务方案";

    private Bids() {}

    static UUID id(int number) {
        return new UUID(0, number);
    }

    static Compared bare(int number) {
        return of(number, Set.of(), null, null, List.of(), List.of(), null, List.of());
    }

    static Compared saying(int number, String text) {
        return of(number, Set.of(), null, null, List.of(new Answer(PLAN, text)), List.of(), null, List.of());
    }

    static Compared handledBy(int number, String handler, Set<String> heads, String text) {
        return of(number, heads, handler, null, List.of(new Answer(PLAN, text)), List.of(), null, List.of());
    }

    static Compared from(int number, String origin) {
        return of(number, Set.of(), null, origin, List.of(), List.of(), null, List.of());
    }

    static Compared with(int number, File... files) {
        return of(number, Set.of(), null, null, List.of(), List.of(files), null, List.of());
    }

    static Compared priced(int number, long fen) {
        return of(number, Set.of(), null, null, List.of(), List.of(), fen, List.of());
    }

    /** Items one, two, three … at these amounts. */
    static Compared listing(int number, long... fen) {
        var lines = new ArrayList<Line>();
        for (int i = 0; i < fen.length; i++) lines.add(new Line("第" + i + "项", fen[i]));
        return of(number, Set.of(), null, null, List.of(), List.of(), null, lines);
    }

    static Compared of(
            int number,
            Set<String> heads,
            String handler,
            String origin,
            List<Answer> answers,
            List<File> files,
            Long fen,
            List<Line> lines) {
        return new Compared(id(number), Set.of(name(number)), heads, handler, origin, answers, files, fen, lines);
    }

    static String name(int number) {
        return "成都市第" + number + "社会工作服务中心";
    }

    /** So many letters out of three thousand: no two such texts are alike. */
    static String text(Random random, int letters) {
        var text = new StringBuilder();
        for (int i = 0; i < letters; i++) {
            text.append((char) ('一' + random.nextInt(3_000)));
            if (i % 17 == 16) text.append(i % 2 == 0 ? '，' : '。');
        }
        return text.toString();
    }

    static List<Signal> signals(List<Compared> bids, String notice) {
        return Comparison.of(bids, notice, 50).signals();
    }

    static List<Signal> signals(Compared... bids) {
        return signals(List.of(bids), "");
    }

    static List<Signal.Kind> kinds(Compared... bids) {
        return signals(bids).stream().map(Signal::kind).toList();
    }
}
