package org.goufu.kernel;

/** What an account may act as; the names are part of the HTTP contract. */
public enum Role {
    DEPARTMENT_OFFICER,
    DEPARTMENT_APPROVER,
    ORGANIZATION_AGENT,
    FEDERATION_STAFF,
    GROUP_CONTACT,
    EVALUATOR,
    SUPERVISOR,
    REGISTRAR,
    PLATFORM_ADMIN
}
