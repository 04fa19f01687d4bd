package org.goufu.purchase.http;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.Locale;
import org.goufu.purchase.usecase.FindEarliestDeadline;
import org.springframework.web.bind.annotation.GetMapping;
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

    /** An answer in the asker's language. */
    record EarliestDeadline(
            int workingDays,
            LocalDate earliest,
            LocalDate unhurried,
            boolean provisional,
            LocalDate firmUntil,
            LocalDate lastDay,
            String rule) {}

    @GetMapping("/api/earliest-deadline")
    @Operation(summary = "When a notice below the purchase limit may close if it is published today, and by which rule")
    Mono<EarliestDeadline> earliest(Locale locale) {
        var rule = words.text("rule.deadline-too-soon", locale);
        return find.today()
                .map(found -> new EarliestDeadline(
                        found.workingDays(),
                        found.earliest(),
                        found.unhurried(),
                        found.provisional(),
                        found.firmUntil(),
                        found.lastDay(),
                        rule));
    }
}
