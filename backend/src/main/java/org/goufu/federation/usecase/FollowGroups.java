package org.goufu.federation.usecase;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.goufu.federation.domain.FiledGroup;
import org.goufu.organization.BodyKind;
import org.goufu.organization.OrganizationDirectory;
import org.goufu.platform.database.Transactions;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Re-reads bodies that the news is about, and keeps those of them that are filed groups. */
@Component
class FollowGroups {
    private final OrganizationDirectory organizations;
    private final FiledGroupCopies copies;
    private final Transactions transactions;

    FollowGroups(OrganizationDirectory organizations, FiledGroupCopies copies, Transactions transactions) {
        this.organizations = organizations;
        this.copies = copies;
        this.transactions = transactions;
    }

    Mono<Void> of(Collection<UUID> bodyIds) {
        return transactions.write(copies.alone()
                .thenMany(organizations.findAll(bodyIds))
                .filter(body -> body.kind() == BodyKind.FILED_GROUP)
                .map(FiledGroup::of)
                .collectList()
                .flatMap(groups -> copies.keep(groups).then(copies.forget(others(bodyIds, groups)))));
    }

    private static Collection<UUID> others(Collection<UUID> asked, List<FiledGroup> groups) {
        var others = new HashSet<>(asked);
        groups.forEach(group -> others.remove(group.id()));
        return others;
    }
}
