package org.goufu.demo.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.goufu.organization.FactKind;
import org.jspecify.annotations.Nullable;

/** Collects the facts of one body; each says that it is made up. */
final class FactSheet {
    static final String REGISTRAR = "演示数据·登记机关";
    static final String STREET = "演示数据·街道备案";
    static final String INSPECTION = "演示数据·年度检查公告";
    static final String CREDIT = "演示数据·信用公示";
    static final String REPORT = "演示数据·年度工作报告";
    static final String TAX = "演示数据·免税资格和税前扣除资格公告";
    static final String ASSESSMENT = "演示数据·评估公告";
    static final String DECLARED = "演示数据·本组织申报";
    static final String PURCHASES = "演示数据·合同公告";
    static final String ACTIVITIES = "演示数据·活动记录";

    private final Dice dice;
    private final LocalDate founded;
    private final List<DemoFact> facts = new ArrayList<>();

    FactSheet(Dice dice, LocalDate founded) {
        this.dice = dice;
        this.founded = founded;
    }

    FactSheet add(FactKind kind, String value, LocalDate from, @Nullable LocalDate to, String source) {
        return add(kind, value, 0, from, to, source);
    }

    FactSheet add(FactKind kind, String value, long number, LocalDate from, @Nullable LocalDate to, String source) {
        var known = dice.learnt(from);
        facts.add(new DemoFact(dice.id(known), kind, value, number, from, to, known, null, source));
        return this;
    }

    /** A fact that the platform later learnt to be wrong. */
    FactSheet mistaken(FactKind kind, String value, LocalDate from, String source) {
        var known = dice.learnt(from);
        var withdrawn = dice.learnt(from.plusDays(20));
        facts.add(new DemoFact(
                dice.id(known),
                kind,
                value,
                0,
                from,
                null,
                known,
                withdrawn.isBefore(known) ? known : withdrawn,
                source));
        return this;
    }

    List<DemoFact> facts() {
        return List.copyOf(facts);
    }
}
