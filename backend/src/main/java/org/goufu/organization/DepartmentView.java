package org.goufu.organization;

import java.util.UUID;

/**
 * A government body that buys.
 *
 * @param purchaserType code of domain.md 2.1, for example STREET_OFFICE
 */
public record DepartmentView(
        UUID id,
        String name,
        String creditCode,
        String regionCode,
        String purchaserType,
        String address,
        String phone) {}
