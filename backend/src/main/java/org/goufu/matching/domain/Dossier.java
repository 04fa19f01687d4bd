package org.goufu.matching.domain;

import java.util.List;
import java.util.stream.Stream;
import org.goufu.organization.BodyKind;
import org.goufu.organization.BodyProfile;

/**
 * Everything on record that decides how a body can take part.
 *
 * @param joined federations of which it is a member, and for a group those of its street
 * @param members of the body, when it is a federation
 */
public record Dossier(BodyProfile body, List<Link> joined, List<Link> members) {
    public Dossier {
        joined = List.copyOf(joined);
        members = List.copyOf(members);
    }

    /** Every way in which the body could take part, the direct one first; a filed group has none of its own. */
    public Stream<Evidence> routes() {
        return switch (body.kind()) {
            case LEGAL_PERSON -> Stream.of(Evidence.direct(body));
            case FEDERATION ->
                Stream.concat(Stream.of(Evidence.direct(body)), members.stream().flatMap(Link::evidence));
            case FILED_GROUP -> joined.stream().flatMap(Link::evidence);
        };
    }

    public boolean isGroup() {
        return body.kind() == BodyKind.FILED_GROUP;
    }
}
