package org.goufu.purchase.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.goufu.purchase.NoticeContent.Field;
import org.goufu.purchase.NoticeContent.Section;
import org.goufu.purchase.Statutory;

/** The forms N03 招标公告 and N04 竞争性谈判（竞争性磋商）公告 (财办库〔2020〕50号, domain.md 1.6). */
final class StatutoryForm {
    private static final String HERE = "本平台（在线）";

    private final CallParts parts;
    private final Content content;
    private final Statutory said;
    private final OpenCall call;
    private final boolean tender;

    StatutoryForm(CallParts parts) {
        this.parts = parts;
        this.content = parts.content();
        this.said = content.statutoryOrNothing();
        this.call = OpenCall.of(content.method()).orElseThrow();
        this.tender = call == OpenCall.TENDER;
    }

    List<Section> sections() {
        var sections = new ArrayList<Section>();
        add(sections, "项目概况", List.of(new Field("项目概况", overview())));
        add(sections, "项目基本情况", project());
        add(sections, "采购包及服务要求", parts.needs());
        add(sections, "申请人的资格要求", parts.qualifications());
        add(sections, "获取" + documentsName(), documents());
        if (tender) {
            add(sections, "提交投标文件截止时间、开标时间和地点", submission("开标"));
        } else {
            add(sections, "响应文件提交和开启", submission("开启"));
        }
        add(sections, "公告期限", List.of(new Field("公告期限", parts.period(call.noticeWorkingDays()))));
        add(sections, "评审方法", evaluation());
        add(sections, "其他补充事宜", other());
        add(sections, "对本次采购提出询问，请按以下方式联系", parts.contacts());
        return sections;
    }

    /** The first heading of the official forms has no number. */
    private static void add(List<Section> sections, String heading, List<Field> fields) {
        var numbers = "一二三四五六七八九";
        var numbered = sections.isEmpty() ? heading : numbers.charAt(sections.size() - 1) + "、" + heading;
        sections.add(new Section(numbered, fields));
    }

    private String documentsName() {
        return tender ? "招标文件" : "采购文件";
    }

    private String overview() {
        var documents = Objects.requireNonNull(said.documents());
        return content.title() + (tender ? "招标项目的潜在投标人" : "采购项目的潜在供应商") + "应在" + documents.place() + "获取"
                + documentsName() + "，并于 " + CallParts.minute(parts.deadline()) + "前提交" + (tender ? "投标文件" : "响应文件")
                + "。";
    }

    private List<Field> project() {
        var fields = new ArrayList<Field>();
        fields.add(new Field("项目编号", parts.projectNumber()));
        fields.add(new Field("项目名称", Objects.requireNonNull(content.title())));
        fields.add(new Field("采购方式", method()));
        var approval = said.approval();
        if (approval != null && approval.number() != null) {
            fields.add(new Field("采购方式变更批准", approval.authority() + " " + approval.number()));
        }
        fields.add(new Field("预算金额", CallParts.yuan(content.budgetFen())));
        fields.add(new Field("最高限价", CallParts.yuan(content.budgetFen())));
        fields.add(new Field("采购需求", Objects.requireNonNull(content.description())));
        fields.add(new Field("合同履行期限", String.valueOf(said.contractTerm())));
        fields.add(new Field("是否接受联合体", parts.consortium()));
        return fields;
    }

    private String method() {
        var name = call.way();
        var ground = said.ground();
        return ground == null ? name : name + "（" + ground.officialWords() + "，" + ground.basis() + "）";
    }

    private List<Field> documents() {
        var documents = Objects.requireNonNull(said.documents());
        return List.of(
                new Field("时间", CallParts.minute(documents.from()) + "至 " + CallParts.minute(documents.to())),
                new Field("地点", String.valueOf(documents.place())),
                new Field("方式", String.valueOf(documents.way())),
                new Field("售价", CallParts.yuan(Objects.requireNonNull(documents.priceFen()))));
    }

    private List<Field> submission(String opening) {
        boolean here = parts.setting().bids().here();
        var fields = new ArrayList<Field>();
        fields.add(new Field("截止时间", CallParts.minute(parts.deadline())));
        fields.add(new Field("提交地点", here ? HERE : String.valueOf(said.submissionPlace())));
        fields.add(new Field(opening + "时间", CallParts.minute(parts.opening())));
        fields.add(new Field(opening + "地点", here ? HERE : String.valueOf(said.openingPlace())));
        if (here) {
            fields.addAll(parts.ownOpening());
            fields.add(new Field("本平台受理依据", "财政部门文件 " + parts.setting().bids().document()));
        }
        return fields;
    }

    private List<Field> evaluation() {
        var fields = new ArrayList<Field>();
        fields.add(new Field("方法", call.scored() ? "综合评分法" : "满足采购需求、质量和服务相等的供应商中，最后报价最低的成交"));
        fields.addAll(parts.criteria());
        return fields;
    }

    private List<Field> other() {
        var fields = new ArrayList<Field>();
        fields.add(new Field("社区社会组织参与方式", CallParts.GROUPS));
        var intention = said.intention();
        if (intention != null && intention.number() != null) {
            fields.add(new Field("采购意向", intention.number() + "（" + intention.publishedOn() + " 公开）"));
        } else {
            fields.add(new Field("未公开采购意向的原因", String.valueOf(said.intentionExemptReason())));
        }
        fields.add(new Field("其他", said.otherMatters() == null ? CallParts.NOTHING_MORE : said.otherMatters()));
        return fields;
    }
}
