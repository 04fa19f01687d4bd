package org.goufu.organization.usecase;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.goufu.kernel.FieldProblem;
import org.goufu.organization.CreditCode;
import org.goufu.organization.LegalForm;
import org.goufu.organization.OrganizationProblem;
import org.goufu.organization.domain.RegisteredBody;
import org.goufu.organization.domain.Registration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Looks at what is to be registered before it is: is it there already, and is anything odd about it? */
@Component
class Admission {
    /** 社会团体登记管理条例 第10条, 基金会管理条例 第8条: the least funds, in fen. */
    private static final long LEAST_OF_ASSOCIATION = 3_000_000;

    private static final long LEAST_OF_FOUNDATION = 200_000_000;

    private static final int LEAST_MEMBERS = 50;
    private static final int LEAST_UNITS = 30;

    private final Bodies bodies;

    Admission(Bodies bodies) {
        this.bodies = bodies;
    }

    /**
     * Fails with {@code organization/credit-code-taken} naming the record that has the code, and with {@code
     * organization/to-acknowledge} naming every warning that the form does not acknowledge.
     */
    Mono<Void> checked(RegisteredBody body, OrganizationForm form) {
        return bodies.lookalikes(body)
                .collectList()
                .doOnNext(found -> check(body, form, found))
                .then();
    }

    private void check(RegisteredBody body, OrganizationForm form, List<Bodies.Lookalike> found) {
        for (var other : found) {
            if (other.sameCode()) {
                throw OrganizationProblem.CREDIT_CODE_TAKEN.raise(
                        List.of(FieldProblem.of("/creditCode", "credit-code-taken", other.name())), other.name());
            }
        }
        var accepted = form.acknowledged() == null ? List.<String>of() : form.acknowledged();
        var warnings = new ArrayList<FieldProblem>();
        warnings.addAll(doubles(found));
        warnings.addAll(oddities(body));
        warnings.removeIf(warning -> accepted.contains(warning.code()));
        if (!warnings.isEmpty()) {
            throw OrganizationProblem.TO_ACKNOWLEDGE.raise(warnings, warnings.size());
        }
    }

    private static List<FieldProblem> doubles(List<Bodies.Lookalike> found) {
        return found.stream()
                .map(other -> other.sameCertificate()
                        ? FieldProblem.of("/legacyCertNo", "same-certificate", other.name(), other.creditCode())
                        : FieldProblem.of("/name", "same-name", other.name(), other.creditCode()))
                .toList();
    }

    private static List<FieldProblem> oddities(RegisteredBody body) {
        var odd = new ArrayList<FieldProblem>();
        var code = new CreditCode(Objects.requireNonNull(body.creditCode()));
        if (!code.bodyCheckMatches()) {
            odd.add(FieldProblem.of(
                    "/creditCode",
                    "credit-code-inner",
                    String.valueOf(code.value().charAt(16)),
                    String.valueOf(code.dueBodyCheck())));
        }
        var funds = body.registration().fundsFen();
        var least = least(body.legalForm());
        if (funds != null && least != null && funds < least) {
            odd.add(FieldProblem.of("/registration/fundsFen", "funds-low", least / 1_000_000));
        }
        if (body.legalForm() == LegalForm.ASSOCIATION
                && tooFew(body.registration().organs())) {
            odd.add(FieldProblem.of(
                    "/registration/organs/individualMembers", "members-few", LEAST_MEMBERS, LEAST_UNITS));
        }
        return odd;
    }

    /** 社会团体登记管理条例 第10条: fifty individuals, thirty units, or fifty of both; some places ask for fewer of a community's own. */
    private static boolean tooFew(Registration.@Nullable Organs organs) {
        if (organs == null || organs.individualMembers() == null && organs.unitMembers() == null) return false;
        int individuals = Objects.requireNonNullElse(organs.individualMembers(), 0);
        int units = Objects.requireNonNullElse(organs.unitMembers(), 0);
        return units < LEAST_UNITS && individuals + units < LEAST_MEMBERS;
    }

    private static @Nullable Long least(@Nullable LegalForm form) {
        if (form == LegalForm.ASSOCIATION) return LEAST_OF_ASSOCIATION;
        return form == LegalForm.FOUNDATION ? LEAST_OF_FOUNDATION : null;
    }
}
