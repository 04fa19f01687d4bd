package org.goufu.demo.domain;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of the pool from which panels are made; the names are invented.
 *
 * @param kind EXPERT, INTERNAL (works for the showcase's street office) or RESIDENT
 * @param tie to whom of the showcase he or she is related, so that recusal can be seen; else null
 * @param tieYears how long ago that ended; null while it lasts
 */
public record DemoEvaluator(
        String username,
        String name,
        String kind,
        String employer,
        String title,
        List<String> fields,
        @Nullable Tie tie,
        @Nullable Integer tieYears) {

    /** One of the showcase's bodies. */
    public enum Tie {
        ORGANIZATION,
        FEDERATION
    }

    /** Those beside the account {@code evaluator}. */
    public static final List<DemoEvaluator> OTHERS = List.of(
            expert("evaluator2", "廖书宁", "示例大学社会学院", "副教授"),
            expert("evaluator3", "邓启明", "示例会计师事务所", "注册会计师"),
            expert("evaluator4", "文秋实", "示例养老服务研究会", "高级社会工作师"),
            expert("evaluator5", "蒲以宁", "示例律师事务所", "律师"),
            new DemoEvaluator(
                    "evaluator6", "岳明远", "EXPERT", "本县区社会组织理事", "社会工作师", List.of("A", "B"), Tie.ORGANIZATION, null),
            new DemoEvaluator("evaluator7", "雷若溪", "EXPERT", "示例社区发展中心", "会计师", List.of("A", "B"), Tie.FEDERATION, 1),
            new DemoEvaluator("evaluator8", "税远航", "INTERNAL", "桂湖街道办事处", "社会事务办公室主任", List.of(), null, null),
            new DemoEvaluator("evaluator9", "向阿兰", "RESIDENT", "居民议事会", "居民代表", List.of(), null, null));

    /** All of the pool. */
    public static List<DemoEvaluator> all() {
        return Stream.concat(Stream.of(expert("evaluator", "演示评审专家", "示例社会服务评估中心", "高级社会工作师")), OTHERS.stream())
                .toList();
    }

    public DemoEvaluator {
        fields = List.copyOf(fields);
    }

    private static DemoEvaluator expert(String username, String name, String employer, String title) {
        return new DemoEvaluator(username, name, "EXPERT", employer, title, List.of("A", "B"), null, null);
    }
}
