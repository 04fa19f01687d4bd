package org.goufu.organization;

/** The three legal forms of a registered social organization (domain.md 3.1, second digit of the credit code 1 to 3). */
public enum LegalForm {
    ASSOCIATION,
    SERVICE_INSTITUTION,
    FOUNDATION
}
