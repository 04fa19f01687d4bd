package org.goufu.search.index;

import java.util.List;
import org.goufu.organization.BodyProfile;
import org.goufu.search.Capability;

/**
 * All documents of one body.
 *
 * @param version of the organization's document: it grows with the body, its memberships and its federations
 */
record BodyDocuments(
        BodyProfile body, long version, OrganizationDocument organization, List<Capability> capabilities) {}
