package org.goufu.matching.http;

import java.util.List;
import java.util.UUID;

/** A member of a federation and what it contributes. */
record ContributorView(UUID id, String name, List<String> contributes) {}
