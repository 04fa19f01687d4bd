package org.goufu.evaluation.domain;

/** What is done to an entry of the pool. */
public enum PoolAct {
    ENTERED,
    CHANGED,
    /** By the person, about his or her own relations. */
    AVOIDANCES_STATED,
    INVITED,
    SUSPENDED,
    RESUMED,
    RETIRED
}
