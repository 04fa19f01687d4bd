package org.goufu.evaluation.domain;

import org.goufu.purchase.Criterion;

/**
 * What is scored, as the notice has it.
 *
 * @param weight points of 100
 * @param objective every evaluator must find the same points (87号令 第55条)
 */
public record Item(String name, int weight, Criterion.Kind kind, boolean objective) {
    boolean isScored() {
        return kind == Criterion.Kind.QUALITY;
    }
}
