package org.goufu.reference;

/** Which import is in memory: the entity tag of every page of reference data. */
public record ReferenceVersion(String value) {}
