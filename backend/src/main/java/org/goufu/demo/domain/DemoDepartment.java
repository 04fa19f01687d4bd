package org.goufu.demo.domain;

import java.util.UUID;

/** A department as it is written. */
public record DemoDepartment(
        UUID id,
        String name,
        String creditCode,
        String regionCode,
        String purchaserType,
        String address,
        String phone) {}
