package org.goufu.evaluation.usecase;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.goufu.bidding.OpenedBids;
import org.goufu.matching.Conflict.Rule;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which conflicts a bidder declared (decision 0037). A stranger made what is read here: of what is not of its form nothing is taken, and who
 * checks qualifications sees that it cannot be read.
 */
@Component
class ReadDeclared {
    /** Far more than the answers to a few questions need. */
    private static final int MOST_BYTES = 1 << 20;

    private static final String NO = "NO";

    private final OpenedBids opened;

    ReadDeclared(OpenedBids opened) {
        this.opened = opened;
    }

    Mono<List<Rule>> of(UUID envelope) {
        return opened.content(envelope, "cred")
                .scanWith(ByteArrayOutputStream::new, (all, piece) -> {
                    all.writeBytes(piece);
                    return all;
                })
                .takeUntil(all -> all.size() > MOST_BYTES)
                .last()
                .map(all -> all.size() > MOST_BYTES ? List.<Rule>of() : declared(all.toByteArray()));
    }

    static List<Rule> declared(byte[] credentials) {
        try {
            var read = JsonMapper.shared().readTree(credentials);
            return read.path("format").asString("").equals("goufu-cred/1")
                    ? read.path("statements")
                            .valueStream()
                            .filter(one -> !one.path("answer").asString(NO).equals(NO))
                            .flatMap(ReadDeclared::rule)
                            .distinct()
                            .sorted()
                            .toList()
                    : List.of();
        } catch (JacksonException unreadable) {
            return List.of();
        }
    }

    private static Stream<Rule> rule(JsonNode statement) {
        var said = statement.path("rule").asString("");
        return Stream.of(Rule.values()).filter(rule -> rule.name().equals(said));
    }
}
