package org.goufu.organization;

/** Professional certificates of staff; texts stand in the bundles under {@code qualification.<name>}. */
public enum Certificate {
    SOCIAL_WORKER,
    COUNSELLOR,
    NURSE,
    CARE_WORKER,
    DIETITIAN,
    REHABILITATION,
    CHILD_CARE,
    MEDIATOR,
    LAWYER,
    ACCOUNTANT,
    RESCUER,
    SPORTS_INSTRUCTOR
}
