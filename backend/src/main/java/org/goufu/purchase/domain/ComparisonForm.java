package org.goufu.purchase.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.goufu.purchase.NoticeContent.Field;
import org.goufu.purchase.NoticeContent.Section;

/** The form P01, 限额标准以下采购公告 (公开比选) (domain.md 1.6, 1.9). */
final class ComparisonForm {
    private final CallParts parts;

    ComparisonForm(CallParts parts) {
        this.parts = parts;
    }

    List<Section> sections() {
        return List.of(
                project(),
                new Section("二、采购包及服务要求", parts.needs()),
                new Section("三、供应商资格要求", parts.qualifications()),
                new Section("四、评审因素", parts.criteria()),
                responses(),
                new Section(
                        "六、公告期限", List.of(new Field("公告期限", parts.period(OpenCall.COMPARISON.noticeWorkingDays())))),
                new Section("七、其他补充事宜", List.of(new Field("其他", CallParts.NOTHING_MORE))),
                new Section("八、联系方式", parts.contacts()));
    }

    private Section project() {
        var content = parts.content();
        return new Section(
                "一、项目基本情况",
                List.of(
                        new Field("项目编号", parts.projectNumber()),
                        new Field("项目名称", Objects.requireNonNull(content.title())),
                        new Field("采购方式", OpenCall.COMPARISON.way()),
                        new Field("预算金额", CallParts.yuan(content.budgetFen())),
                        new Field("最高限价", CallParts.yuan(content.budgetFen())),
                        new Field("采购需求", Objects.requireNonNull(content.description())),
                        new Field("是否接受联合体", parts.consortium()),
                        new Field("社区社会组织参与方式", CallParts.GROUPS)));
    }

    private Section responses() {
        var fields = new ArrayList<Field>();
        fields.add(new Field("获取采购文件", "自公告发布之时起在本平台免费查阅、下载，不需报名"));
        fields.add(new Field("提交截止时间", CallParts.minute(parts.deadline())));
        fields.add(new Field("提交方式", "通过本平台在线提交"));
        fields.add(new Field("开启时间", CallParts.minute(parts.opening())));
        fields.addAll(parts.ownOpening());
        return new Section("五、响应文件的提交与开启", fields);
    }
}
