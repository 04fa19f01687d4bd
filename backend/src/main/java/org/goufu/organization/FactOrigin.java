package org.goufu.organization;

/** Who put a fact on record. */
public enum FactOrigin {
    /** The registrar in whose region the body lies. */
    REGISTRAR,
    /** The body itself, with evidence; it counts at once and stands on the registrar's list until it is confirmed. */
    SELF,
    /** A file that a registrar imported. */
    IMPORT,
    /** The demo province. */
    DEMO
}
