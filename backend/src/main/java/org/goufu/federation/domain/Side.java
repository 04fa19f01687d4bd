package org.goufu.federation.domain;

/** On whose behalf somebody acts on a membership. */
public enum Side {
    MEMBER,
    FEDERATION,
    STREET
}
