package org.goufu.account.usecase;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.goufu.account.Contacts.Invitation;
import org.goufu.account.domain.Supervisor;
import org.goufu.account.domain.Supervisor.Act;
import org.goufu.account.domain.SupervisorProblem;
import org.goufu.kernel.Actor;
import org.goufu.kernel.FieldProblem;
import org.goufu.kernel.Ids;
import org.goufu.kernel.RegionCode;
import org.goufu.platform.database.Transactions;
import org.goufu.reference.Regions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The operator makes supervisors' accounts and ends them; passwords are the supervisors' own (decision 0017). */
@Component
public class KeepSupervisors {
    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{2,31}");
    private static final int LONGEST_NAME = 60;

    private final Supervisors supervisors;
    private final Codes codes;
    private final Regions regions;
    private final Transactions transactions;

    KeepSupervisors(Supervisors supervisors, Codes codes, Regions regions, Transactions transactions) {
        this.supervisors = supervisors;
        this.codes = codes;
        this.regions = regions;
        this.transactions = transactions;
    }

    /**
     * @param username 3 to 32 lower-case letters, digits, dots, hyphens or underscores
     * @param displayName at most 60 characters
     * @param regionCode of any level
     */
    public record Form(
            @Nullable String username,
            @Nullable String displayName,
            @Nullable String regionCode) {}

    /** Fails with {@code supervisor/not-well-formed} naming every wrong field, one that is taken among them. */
    public Mono<UUID> appoint(Actor by, Form form) {
        return Mono.defer(() ->
                transactions.write(add(read(form)).delayUntil(id -> supervisors.note(id, Act.APPOINTED, by))));
    }

    private Mono<UUID> add(Supervisor supervisor) {
        return supervisors
                .add(supervisor)
                .filter(added -> added)
                .switchIfEmpty(Mono.error(() -> refusal(List.of(FieldProblem.of("/username", "supervisor-taken")))))
                .thenReturn(supervisor.id());
    }

    private Supervisor read(Form form) {
        var username = typed(form.username());
        var name = typed(form.displayName());
        var region = typed(form.regionCode());
        var wrong = new ArrayList<FieldProblem>();
        if (!USERNAME.matcher(username).matches()) wrong.add(FieldProblem.of("/username", "supervisor-username"));
        if (name.isEmpty() || name.length() > LONGEST_NAME)
            wrong.add(FieldProblem.of("/displayName", "supervisor-name", LONGEST_NAME));
        if (regions.find(region).isEmpty()) wrong.add(FieldProblem.of("/regionCode", "supervisor-region"));
        if (!wrong.isEmpty()) throw refusal(wrong);
        return new Supervisor(Ids.next(), username, name, new RegionCode(region), false);
    }

    private static RuntimeException refusal(List<FieldProblem> wrong) {
        return SupervisorProblem.NOT_WELL_FORMED.raise(wrong);
    }

    private static String typed(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    /** A code with which the person opens the account or renews a forgotten password; an earlier one is worth nothing from now on. */
    public Mono<Invitation> invite(Actor by, UUID id) {
        return transactions.write(supervisors
                .hold(id)
                .map(Supervisor::active)
                .delayUntil(supervisor -> supervisors.note(id, Act.INVITED, by))
                .flatMap(supervisor -> codes.give(id, supervisor.username())));
    }

    /** Nobody signs in with it any more; fails with {@code supervisor/ended} when that is so already. */
    public Mono<Void> end(Actor by, UUID id) {
        return transactions.write(supervisors
                .hold(id)
                .map(Supervisor::active)
                .delayUntil(supervisor -> supervisors.end(id))
                .flatMap(supervisor -> supervisors.note(id, Act.ENDED, by)));
    }
}
