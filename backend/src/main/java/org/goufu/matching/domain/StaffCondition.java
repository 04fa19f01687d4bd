package org.goufu.matching.domain;

import static org.goufu.matching.domain.Verdict.Outcome.MET;
import static org.goufu.matching.domain.Verdict.Outcome.NOT_MET;
import static org.goufu.matching.domain.Verdict.Outcome.UNKNOWN;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.goufu.matching.Phrase;
import org.goufu.matching.domain.Remedy.Action;
import org.goufu.organization.FactKind;
import org.goufu.purchase.Requirement;
import org.goufu.search.CapabilityField;
import org.goufu.search.Filter;

/** People with a certificate that the service needs (政府采购法 第22条第一款第(三)项): the signer's and the named member's together. */
record StaffCondition(Requirement requirement) implements RequiredCondition {
    private String certificate() {
        return Objects.requireNonNull(requirement.qualification());
    }

    private int count() {
        return Objects.requireNonNull(requirement.count());
    }

    @Override
    public Verdict judge(Evidence evidence, Moment moment) {
        var citations = evidence.bodies()
                .flatMap(body -> body.facts(FactKind.STAFF, moment.day(), moment.known())
                        .filter(fact -> fact.value().equals(certificate()))
                        .map(fact -> Citation.of(body, fact)))
                .toList();
        return citations.isEmpty() ? nobody(evidence, moment) : counted(evidence, citations);
    }

    private Verdict nobody(Evidence evidence, Moment moment) {
        return answer(
                UNKNOWN,
                Finding.nothing(Phrase.of("verdict.staff.none", Phrase.qualification(certificate())), moment),
                new Remedy(
                        Action.UPLOAD_STAFF,
                        evidence.signer().id(),
                        Map.of("qualification", certificate(), "count", String.valueOf(count())),
                        Phrase.of("remedy.staff.upload", Phrase.qualification(certificate()))));
    }

    private Verdict counted(Evidence evidence, List<Citation> citations) {
        long people = citations.stream().mapToLong(Citation::number).sum();
        var newest = citations.stream()
                .map(Citation::from)
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElseThrow();
        var finding = new Finding(
                Phrase.of("verdict.staff.counted", Phrase.qualification(certificate()), people, count()),
                newest,
                citations);
        if (people >= count()) return answer(MET, finding, null);
        long more = count() - people;
        return answer(
                NOT_MET,
                finding,
                new Remedy(
                        Action.ADD_STAFF,
                        evidence.signer().id(),
                        Map.of("qualification", certificate(), "count", String.valueOf(more)),
                        Phrase.of("remedy.staff.more", Phrase.qualification(certificate()), more)));
    }

    @Override
    public Filter possible(LocalDate day) {
        return Filter.any(Filter.not(new Filter.Exists(CapabilityField.staff(certificate()))), certain(day));
    }

    @Override
    public Filter certain(LocalDate day) {
        return new Filter.Range(CapabilityField.staff(certificate()), (long) count(), null);
    }
}
