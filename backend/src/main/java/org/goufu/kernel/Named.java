package org.goufu.kernel;

import java.util.UUID;

/** A body or department as lists show it. */
public record Named(UUID id, String name) {}
