package org.goufu.evaluation.domain;

/**
 * A signed head of the ledger, from which seeds of draws are made.
 *
 * @param root in hexadecimal digits
 */
public record Head(long size, String root) {}
