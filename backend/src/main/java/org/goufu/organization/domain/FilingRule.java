package org.goufu.organization.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.goufu.kernel.FieldProblem;

/**
 * What a place asks of a group before it is filed: configuration, because the places differ (domain.md 2.3).
 *
 * @param verified whether somebody has read it in the place's own document
 */
public record FilingRule(
        int minMembers, Set<Attachment.Kind> papers, int validityYears, String authority, boolean verified) {

    public FilingRule {
        papers = Set.copyOf(papers);
    }

    /** Fails with {@code filing/incomplete} naming everything that is missing. */
    public void check(FilingRecord record) {
        var missing = new ArrayList<FieldProblem>();
        int members = record.coreMembers().size();
        if (members < minMembers) {
            missing.add(FieldProblem.of("/coreMembers", "filing-members", minMembers, members));
        }
        papers.stream()
                .sorted()
                .filter(paper -> record.attachments().stream().noneMatch(one -> one.kind() == paper))
                .forEach(paper -> missing.add(FieldProblem.of("/attachments/" + paper, "filing-paper-" + paper)));
        if (!missing.isEmpty()) {
            throw FilingProblem.INCOMPLETE.raise(List.copyOf(missing), missing.size());
        }
    }
}
