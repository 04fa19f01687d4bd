package org.goufu.demo.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.goufu.purchase.Contact;
import org.goufu.purchase.NoticeContent;
import org.goufu.purchase.NoticeType;
import org.goufu.purchase.ProcurementMethod;
import org.jspecify.annotations.Nullable;

/** A purchase of the demo while it is put together: what is bought, and the notices of its life so far. */
public final class DemoPurchase {
    final UUID id;
    final DemoDepartment department;
    final DemoService service;
    final ProcurementMethod method;
    final String title;
    final String description;
    final Contact contact;
    final List<NoticeContent.Lot> lots;
    final List<Step> steps = new ArrayList<>();
    final String provider;
    String number = "";

    /** One notice of the life of a purchase; its number is given once all notices of the county are in order. */
    static final class Step {
        final UUID id;
        final NoticeType type;
        final String format;
        final Instant at;
        final @Nullable Instant deadline;
        String number = "";

        Step(UUID id, NoticeType type, String format, Instant at, @Nullable Instant deadline) {
            this.id = id;
            this.type = type;
            this.format = format;
            this.at = at;
            this.deadline = deadline;
        }
    }

    DemoPurchase(
            UUID id,
            DemoDepartment department,
            DemoService service,
            ProcurementMethod method,
            String title,
            String description,
            Contact contact,
            List<NoticeContent.Lot> lots,
            String provider) {
        this.id = id;
        this.department = department;
        this.service = service;
        this.method = method;
        this.title = title;
        this.description = description;
        this.contact = contact;
        this.lots = List.copyOf(lots);
        this.provider = provider;
    }

    /** What a department would have typed. */
    public record Draft(String title, String description, List<NoticeContent.Lot> lots) {}

    public Draft draft() {
        return new Draft(title, description, lots);
    }

    long amountFen() {
        return lots.stream().mapToLong(NoticeContent.Lot::budgetFen).sum();
    }

    /** Six digits, also for cities and the province. */
    String county() {
        var code = department.regionCode();
        return code.length() >= 6 ? code.substring(0, 6) : code + "000000".substring(code.length());
    }

    /** What opened it to bidders, or the first that was published of it. */
    Step main() {
        return steps.stream()
                .filter(step -> step.type == NoticeType.PROCUREMENT || step.type == NoticeType.SINGLE_SOURCE)
                .findFirst()
                .orElse(steps.getFirst());
    }

    boolean has(NoticeType type) {
        return steps.stream().anyMatch(step -> step.type == type);
    }
}
