package org.goufu.demo.domain;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.goufu.demo.DemoPlan;
import org.goufu.demo.domain.DemoPurchase.Step;
import org.goufu.purchase.NoticeContent.Field;
import org.goufu.purchase.NoticeContent.Section;
import org.goufu.reference.Regions;
import org.goufu.reference.ServiceCategories;

/** The parts of each official form (domain.md 1.6), filled in for a notice of the demo. */
final class FormSections {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy年M月d日").withZone(DemoPlan.zone());
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm").withZone(DemoPlan.zone());

    private final Regions regions;
    private final ServiceCategories categories;

    FormSections(Regions regions, ServiceCategories categories) {
        this.regions = regions;
        this.categories = categories;
    }

    /** Of the format that the step has. */
    List<Section> of(DemoPurchase purchase, Step step) {
        return switch (step.format) {
            case "N01" -> intention(purchase, step);
            case "N05", "P02" -> result(purchase, step);
            case "N06" -> correction(purchase, step);
            case "N07" -> termination(purchase);
            case "N08", "N14" -> contract(purchase, step);
            case "N09" -> acceptance(purchase, step);
            case "N10" -> singleSource(purchase, step);
            case "P04" -> performance(purchase);
            default -> invitation(purchase, step);
        };
    }

    private List<Section> intention(DemoPurchase purchase, Step step) {
        return List.of(
                section(
                        "采购意向",
                        "序号",
                        "1",
                        "采购项目名称",
                        purchase.title,
                        "采购需求概况",
                        purchase.description,
                        "落实政府采购政策功能情况",
                        "由社会组织等非企业主体承接，不专门面向中小企业",
                        "预算金额",
                        FormWords.yuan(purchase.amountFen()),
                        "预计采购时间",
                        FormWords.MONTH.format(step.at.plusSeconds(86_400L * 40)),
                        "备注",
                        "无"),
                section("说明", "说明", "本次公开的采购意向是本单位政府采购工作的初步安排，具体采购项目情况以相关采购公告和采购文件为准。"));
    }

    private List<Section> invitation(DemoPurchase purchase, Step step) {
        var tender = step.format.equals("N03");
        var document = tender ? "招标文件" : "采购文件";
        var response = tender ? "投标文件" : "响应文件";
        var deadline = step.deadline == null ? "" : MINUTE.format(step.deadline) + "（北京时间）";
        return List.of(
                section(
                        "一、项目基本情况",
                        "项目编号",
                        purchase.number,
                        "项目名称",
                        purchase.title,
                        "采购方式",
                        FormWords.method(purchase.method),
                        "预算金额",
                        FormWords.yuan(purchase.amountFen()),
                        "最高限价",
                        FormWords.yuan(purchase.amountFen()),
                        "采购需求",
                        purchase.description,
                        "是否接受联合体",
                        "否"),
                new Section("二、采购包及服务要求", lots(purchase)),
                new Section("三、供应商资格要求", qualifications(purchase)),
                section(
                        "四、获取" + document,
                        "时间",
                        "自公告发布之日起至" + deadline,
                        "地点",
                        purchase.method.isBelowLimit() ? "本平台" : "四川政府采购网",
                        "方式",
                        "在线免费获取",
                        "售价",
                        "0 元"),
                section("五、提交" + response, "截止时间", deadline, "开启时间", deadline, "方式", "在线提交"),
                section("六、公告期限", "公告期限", tender ? "自公告发布之日起 5 个工作日" : "自公告发布之日起 3 个工作日"),
                section("七、其他补充事宜", "其他", "未取得法人资格的备案社区社会组织，可由所在街道的社区社会组织联合会作为唯一供应商参加。"),
                contacts("八、联系方式", purchase));
    }

    private List<Field> lots(DemoPurchase purchase) {
        var fields = new ArrayList<Field>();
        for (var lot : purchase.lots) {
            var places = lot.serviceRegionCodes().stream()
                    .map(code -> regions.coded(code).name())
                    .collect(Collectors.joining("；"));
            fields.add(new Field("采购包 " + lot.number(), lot.title()));
            fields.add(new Field(
                    "服务类别",
                    lot.categoryCode() + " "
                            + categories.coded(lot.categoryCode()).name()));
            fields.add(new Field("服务地点", places));
            fields.add(new Field("包预算", FormWords.yuan(lot.budgetFen())));
            fields.add(new Field("服务内容与要求", lot.description()));
            fields.add(new Field(
                    "评审因素",
                    lot.criteria().stream()
                            .map(criterion -> criterion.name() + " " + criterion.weight() + " 分")
                            .collect(Collectors.joining("；"))));
        }
        return fields;
    }

    private static List<Field> qualifications(DemoPurchase purchase) {
        var fields = new ArrayList<Field>();
        fields.add(new Field("1", "满足《中华人民共和国政府采购法》第二十二条规定。"));
        fields.add(new Field("2", "落实政府采购政策需满足的资格要求：无。"));
        for (var lot : purchase.lots) {
            var own = lot.requirements().stream().map(FormWords::requirement).collect(Collectors.joining("；"));
            fields.add(new Field("采购包 " + lot.number() + " 特定资格要求", own.isEmpty() ? "无" : own));
        }
        return fields;
    }

    private List<Section> result(DemoPurchase purchase, Step step) {
        return List.of(
                section("一、项目编号", "项目编号", purchase.number),
                section("二、项目名称", "项目名称", purchase.title),
                section(
                        step.format.equals("N05") ? "三、中标（成交）信息" : "三、结果信息",
                        "供应商名称",
                        purchase.provider,
                        "供应商地址",
                        place(purchase) + "示例路1号",
                        purchase.method.outcomeWord() + "金额",
                        FormWords.yuan(price(purchase)),
                        "评审总得分",
                        score(purchase)),
                section(
                        "四、主要标的信息",
                        "名称",
                        purchase.lots.getFirst().title(),
                        "服务范围",
                        place(purchase),
                        "服务要求",
                        purchase.lots.getFirst().description(),
                        "服务时间",
                        "自合同签订之日起，按采购文件约定",
                        "服务标准",
                        purchase.service.measures().getLast()),
                section("五、评审人员名单", "名单", "示例评审甲、示例评审乙、示例采购人代表（采购人代表）"),
                section("六、公告期限", "公告期限", step.format.equals("N05") ? "1 个工作日" : "2 个工作日"),
                contacts("七、联系方式", purchase));
    }

    private List<Section> correction(DemoPurchase purchase, Step step) {
        return List.of(
                section(
                        "一、项目基本情况",
                        "原公告的采购项目编号",
                        purchase.number,
                        "原公告的采购项目名称",
                        purchase.title,
                        "首次公告日期",
                        DAY.format(purchase.main().at)),
                section(
                        "二、更正信息",
                        "更正事项",
                        "采购公告",
                        "更正项",
                        "服务要求：工作简报报送频次",
                        "更正前",
                        "按月报送",
                        "更正后",
                        "按季度报送",
                        "更正日期",
                        DAY.format(step.at)),
                contacts("三、联系方式", purchase));
    }

    private List<Section> termination(DemoPurchase purchase) {
        return List.of(
                section("一、项目基本情况", "项目编号", purchase.number, "项目名称", purchase.title),
                section("二、项目终止的原因", "终止原因", "有效供应商不足三家（LESS_THAN_THREE）"),
                contacts("三、联系方式", purchase));
    }

    private List<Section> contract(DemoPurchase purchase, Step step) {
        var change = step.format.equals("N14");
        var all = new ArrayList<>(List.of(
                section("一、合同编号", "合同编号", "HT-" + purchase.number),
                section("二、合同名称", "合同名称", purchase.title + "服务合同"),
                section("三、项目编号", "项目编号", purchase.number),
                section("四、项目名称", "项目名称", purchase.title),
                parties(purchase),
                section(
                        "六、合同主要信息",
                        "主要标的名称",
                        purchase.lots.getFirst().title(),
                        "服务要求",
                        purchase.lots.getFirst().description(),
                        "合同金额",
                        FormWords.yuan(price(purchase)),
                        "履约期限、地点",
                        "按合同约定；" + place(purchase),
                        "采购方式",
                        FormWords.method(purchase.method)),
                section("七、合同签订日期", "签订日期", DAY.format(step.at.minusSeconds(86_400))),
                section("八、合同公告日期", "公告日期", DAY.format(step.at))));
        if (change) {
            all.add(section("九、变更内容", "变更的条款", "第三条 服务数量、第五条 合同金额", "变更后", FormMaker.description(purchase, step)));
        }
        return all;
    }

    private List<Section> acceptance(DemoPurchase purchase, Step step) {
        return List.of(
                section("一、合同编号", "合同编号", "HT-" + purchase.number),
                section("二、合同名称", "合同名称", purchase.title + "服务合同"),
                section("三、项目编号", "项目编号", purchase.number),
                section("四、项目名称", "项目名称", purchase.title),
                parties(purchase),
                section("六、合同主要信息", "服务内容", purchase.lots.getFirst().description(), "服务地点", place(purchase)),
                section("七、验收日期", "验收日期", DAY.format(step.at.minusSeconds(86_400L * 2))),
                section("八、验收组成员", "成员", "示例验收甲、示例验收乙、服务对象代表两名"),
                section("九、验收意见", "验收意见", "合格。" + FormMaker.description(purchase, step)));
    }

    private List<Section> singleSource(DemoPurchase purchase, Step step) {
        return List.of(
                section(
                        "一、项目信息",
                        "采购人",
                        purchase.department.name(),
                        "项目名称",
                        purchase.title,
                        "拟采购的服务的说明",
                        purchase.description,
                        "预算金额",
                        FormWords.yuan(purchase.amountFen()),
                        "采用单一来源采购方式的原因及说明",
                        "该服务须与在办个案和既有服务档案保持连续，更换承接主体将影响服务对象权益，且添购金额不超过原合同金额的百分之十。"),
                section("二、拟定供应商信息", "名称", purchase.provider, "地址", place(purchase) + "示例路1号"),
                section("三、公示期限", "公示期限", "自" + DAY.format(step.at) + "起 5 个工作日"),
                section("四、其他补充事宜", "异议", "对本公示有异议的，请在公示期内以书面形式向采购人和同级财政部门提出。"),
                contacts("五、联系方式", purchase));
    }

    private List<Section> performance(DemoPurchase purchase) {
        return List.of(
                section("一、项目信息", "项目编号", purchase.number, "项目名称", purchase.title, "承接主体", purchase.provider),
                section("二、评价结果", "得分", score(purchase), "等次", "良好以上", "满意度", "94%"),
                section("三、结果运用", "建议", "巩固服务成效，完善资料归档，作为下一周期预算安排的参考。"));
    }

    private static Section parties(DemoPurchase purchase) {
        return section(
                "五、合同主体",
                "甲方",
                purchase.department.name(),
                "甲方地址",
                purchase.department.address(),
                "甲方联系方式",
                purchase.department.phone(),
                "乙方",
                purchase.provider,
                "乙方联系方式",
                "028-00009999");
    }

    private static Section contacts(String heading, DemoPurchase purchase) {
        return section(
                heading,
                "采购人名称",
                purchase.department.name(),
                "采购人地址",
                purchase.department.address(),
                "采购人联系方式",
                purchase.department.phone(),
                "项目联系人",
                String.valueOf(purchase.contact.name()),
                "电话",
                String.valueOf(purchase.contact.phone()));
    }

    private static Section section(String heading, String... labelsAndValues) {
        var fields = new ArrayList<Field>();
        for (int i = 0; i < labelsAndValues.length; i += 2) {
            fields.add(new Field(labelsAndValues[i], labelsAndValues[i + 1]));
        }
        return new Section(heading, fields);
    }

    private String place(DemoPurchase purchase) {
        return regions.coded(purchase.department.regionCode()).name().replace(" ", "");
    }

    /** A little below the budget, the same in every notice of the purchase. */
    private static long price(DemoPurchase purchase) {
        var percent = 90 + Math.floorMod(purchase.id.hashCode(), 10);
        return purchase.amountFen() * percent / 100 / 100 * 100;
    }

    private static String score(DemoPurchase purchase) {
        return (82 + Math.floorMod(purchase.id.hashCode(), 14)) + "." + Math.floorMod(purchase.id.hashCode(), 90);
    }
}
