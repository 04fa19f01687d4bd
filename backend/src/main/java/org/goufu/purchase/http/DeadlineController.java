package org.goufu.purchase.http;

import io.swagger.v3.oas.annotations.Operation;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.goufu.kernel.FieldProblem;
import org.goufu.kernel.ProblemException;
import org.goufu.platform.http.HttpProblem;
import org.goufu.purchase.ProcurementMethod;
import org.goufu.purchase.domain.OpenCall;
import org.goufu.purchase.usecase.FindEarliestDeadline;
import org.goufu.purchase.usecase.FindEarliestDeadline.Earliest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The earliest lawful deadline with its rule, for the editor. */
@RestController
class DeadlineController {
    private final FindEarliestDeadline find;
    private final Words words;

    DeadlineController(FindEarliestDeadline find, Words words) {
        this.find = find;
        this.words = words;
    }

    /**
     * An answer in the asker's language.
     *
     * @param from the day that is counted from, and does not count itself
     * @param days how long to wait after it
     * @param working whether these are working days
     * @param workingDays how many working days the notice has to stand
     */
    record EarliestDeadline(
            LocalDate from,
            int days,
            boolean working,
            int workingDays,
            LocalDate earliest,
            LocalDate unhurried,
            boolean provisional,
            LocalDate firmUntil,
            LocalDate lastDay,
            String rule) {}

    @GetMapping("/api/earliest-deadline")
    @Operation(
            summary = "When a call of a method may close, and by which rule",
            description =
                    "By default one below the purchase limit that is published today; above it `from` is the day on which documents are first had")
    Mono<EarliestDeadline> earliest(
            @RequestParam(name = "method", defaultValue = "BT_COMPARE") ProcurementMethod method,
            @RequestParam(name = "from", required = false) @Nullable String from,
            Locale locale) {
        var call = OpenCall.of(method).orElseThrow(() -> invalid("method"));
        return find.of(call, day(from)).map(found -> view(found, locale));
    }

    private EarliestDeadline view(Earliest found, Locale locale) {
        return new EarliestDeadline(
                found.from(),
                found.days(),
                found.working(),
                found.workingDays(),
                found.earliest(),
                found.unhurried(),
                found.provisional(),
                found.firmUntil(),
                found.lastDay(),
                words.text("rule." + found.call().worded("deadline-too-soon"), locale));
    }

    private static @Nullable LocalDate day(@Nullable String from) {
        if (from == null || from.isBlank()) return null;
        try {
            return LocalDate.parse(from);
        } catch (DateTimeException unreadable) {
            throw invalid("from");
        }
    }

    private static ProblemException invalid(String name) {
        return HttpProblem.PARAMETER_INVALID.raise(List.of(FieldProblem.of(name, "invalid")), name);
    }
}
