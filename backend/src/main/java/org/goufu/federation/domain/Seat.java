package org.goufu.federation.domain;

import java.util.List;
import java.util.UUID;
import org.goufu.kernel.FieldProblem;
import org.goufu.kernel.RegionCode;
import org.goufu.organization.BodyKind;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.LegalForm;
import org.goufu.organization.Standing;

/**
 * A federation and the street or township for which it stands (街道社区社会组织联合会, domain.md 2.4).
 *
 * @param open false once it was closed
 */
public record Seat(UUID federationId, RegionCode street, boolean open) {
    private static final int STREET = 4;

    /**
     * A registered association takes its seat: 社会团体 in good standing, registered where the street lies (社会团体登记管理条例 第3条).
     *
     * @param standing see {@link BodyProfile#standing}
     */
    public static Seat taken(BodyProfile body, RegionCode street, Standing standing) {
        if (street.level() != STREET) {
            throw FederationProblem.STREET_UNKNOWN.raise(
                    List.of(FieldProblem.of("/streetCode", "street", street.value())), street.value());
        }
        if (body.kind() == BodyKind.FILED_GROUP || body.legalForm() != LegalForm.ASSOCIATION) {
            throw FederationProblem.NOT_AN_ASSOCIATION.raise(body.name());
        }
        if (!new RegionCode(body.regionCode()).covers(street)) {
            throw FederationProblem.OF_ANOTHER_PLACE.raise(body.name());
        }
        if (standing != Standing.NORMAL) {
            throw FederationProblem.NOT_IN_GOOD_STANDING.raise(body.name());
        }
        return new Seat(body.id(), street, true);
    }

    /** Nobody stands for the street by it any more. */
    public Seat closed() {
        if (!open) {
            throw FederationProblem.CLOSED.raise();
        }
        return new Seat(federationId, street, false);
    }

    /** Whom the federation may invite: validly filed groups of its own street, and registered bodies from anywhere. */
    public void admit(BodyProfile body, Standing standing) {
        switch (body.kind()) {
            case FEDERATION -> throw FederationProblem.FEDERATION_AS_MEMBER.raise(body.name());
            case FILED_GROUP -> admitGroup(body, standing);
            case LEGAL_PERSON -> {
                if (standing != Standing.NORMAL && standing != Standing.ABNORMAL) {
                    throw FederationProblem.NOT_IN_GOOD_STANDING.raise(body.name());
                }
            }
        }
    }

    private void admitGroup(BodyProfile group, Standing standing) {
        if (!street.covers(new RegionCode(group.regionCode()))) {
            throw FederationProblem.GROUP_OF_ANOTHER_STREET.raise(group.name());
        }
        if (standing != Standing.ACTIVE) {
            throw FederationProblem.GROUP_NOT_FILED.raise(group.name());
        }
    }
}
