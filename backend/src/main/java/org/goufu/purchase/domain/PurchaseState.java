package org.goufu.purchase.domain;

/** Where a purchase stands (domain.md 6.1); up to PUBLISHED people move it here, later states follow from its notices. */
public enum PurchaseState {
    DRAFT,
    IN_REVIEW,
    PUBLISHED,
    AWARDED,
    CONTRACTED,
    ACCEPTED,
    TERMINATED
}
