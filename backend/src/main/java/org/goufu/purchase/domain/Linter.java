package org.goufu.purchase.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.goufu.purchase.Finding;

/** Reads every text of a draft for wordings that shut bidders out against the law (domain.md 1.8). */
public final class Linter {
    private Linter() {}

    public static List<Finding> read(Content content) {
        var findings = new ArrayList<Finding>();
        content.wordings().forEach(wording -> {
            var text = PlainText.of(String.valueOf(wording.text()));
            UnlawfulWordings.ALL.stream()
                    .map(rule -> rule.read(wording.pointer(), text, wording.place()))
                    .flatMap(finding -> finding.stream())
                    .forEach(findings::add);
            CountedWordings.read(wording, text).forEach(findings::add);
        });
        Stream.of(ScoredTwice.check(content), MissingVoices.check(content)).forEach(findings::addAll);
        return findings;
    }
}
