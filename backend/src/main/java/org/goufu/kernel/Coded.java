package org.goufu.kernel;

/** A node of a code list as pages show it. */
public record Coded(String code, String name) {}
