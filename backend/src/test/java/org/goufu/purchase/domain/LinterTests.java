package org.goufu.purchase.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.goufu.kernel.Ids;
import org.goufu.purchase.Criterion;
import org.goufu.purchase.Finding;
import org.goufu.purchase.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule of wording with what it must stop and what it must let pass. */
class LinterTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            F01 | 供应商须在本市注册
            F01 | 在成都市锦江区注册的供应商
            F01 | 仅限本区社会组织参加
            F01 | 外地机构不得参加
            F01 | 供应商应为民办非企业单位
            F01 | 不接受企业参加
            F01 | 供应商注册地须在锦江区
            F01 | 供应商须在本区设有分支机构
            F01 | 本地社会组织优先
            F02 | 供应商应具有本市社区养老服务业绩
            F02 | 供应商获得过成都市民政局表彰的，加5分
            F03 | 注册资金不低于50万
            F03 | 供应商注册资本不少于一百万元
            F03 | 供应商从业人员不少于20人
            F03 | 净资产达到10万元以上
            F04 | 成立满三年
            F04 | 成立三年以上
            F04 | 供应商注册时间不少于3年
            F04 | 成立时间满叁年的社会组织
            F04 | 成立满三年的社区社会组织
            F04 | 供 应 商 须 成 立 满 ３ 年
            F04 | 成立“满”三年以上
            F04 | 依法登记满两年以上
            F04 | 社会组织应于2022年1月1日前成立
            F04 | 2022年以前成立的社会组织
            F04 | 成立未满三年的不得参加
            F04 | 不接受成立不足3年的机构
            F04 | 具有三年以上办会历史的供应商
            F04 | 供应商持续运营满二年
            F04 | 成立年限每增加一年得2分
            F04 | 供應商須成立滿三年
            F05 | 供应商近三年同类业绩3个以上
            F05 | 供应商须提供不少于五个类似项目业绩
            F07 | 供应商须列入区级承接主体名录库
            F07 | 须在某平台注册的供应商方可参加
            F08 | 供应商须具有3A及以上评估等级
            F08 | 持3A以上评估等级证书的社会组织方可参加
            F08 | 供应商须为四川省某协会会员
            F09 | 供应商须成立党组织
            F09 | 供应商纳税信用须为A级
            F09 | 供应商荣获文明单位称号的加3分
            F12 | 须使用某某牌血压计
            F12 | 由锦江区阳光社会工作服务中心承接
            F12 | 指定供应商提供餐食
            F13 | 承接主体负责行政执法工作
            F13 | 由承接方提供融资服务
            F13 | 承接单位以劳务派遣方式用工
            F14 | 服务期限五年
            F14 | 合同履行期限为48个月
            F15 | 为街道聘用5名工作人员
            F15 | 购买岗位10个
            F15 | 提供8名窗口人员
            F16 | 投标保证金为预算金额的5%
            F16 | 缴纳履约保证金为合同金额的百分之二十
            F20 | 供应商经营范围须包含养老服务
            F21 | 供应商开办资金不低于3万元
            F21 | 单项合同金额不低于50万元的同类业绩
            F21 | 供应商办公场所面积不少于200平方米
            F22 | 提供近六个月社保缴纳证明
            F22 | 项目负责人年龄不超过45周岁
            F22 | 服务人员须为女性
            F23 | 供应商须具有AAA级信用等级证书
            F23 | 供应商具有行业协会颁发的资质证书
            F24 | 获取采购文件须提供营业执照复印件
            F24 | 报名时须携带授权书原件
            F24 | 文件售价300元
            F25 | 方案优得10分，良得6分，中得3分
            F26 | 供应商未被列入我单位黑名单
            F26 | 供应商与采购人无纠纷
            F27 | 响应报价不得低于预算的80%
            F27 | 本项目设有标底
            F27 | 设置最低限价
            """)
    void stopsInADescription(String code, String text) {
        assertThat(errors(described(text))).contains(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            F01 | 在本市注册
            F01 | 在成都市民政局登记
            F01 | 本地社会组织
            F02 | 本市同类项目业绩
            F03 | 注册资金
            F03 | 员工人数不少于10人
            F04 | 成立三年
            F04 | 成立满三年
            F04 | 成立 3 年 以 上
            F04 | 成立满３６个月
            F05 | 近三年同类业绩3个以上
            F07 | 入库供应商
            F08 | 持3A以上评估等级
            F08 | 5A级社会组织
            F08 | 省社工协会会员单位
            F09 | 建立党组织
            F09 | A级纳税人
            F20 | 业务范围包含为老服务
            F21 | 开办资金5万元以上
            F22 | 社保缴纳满3个月
            F23 | AAA信用
            F24 | 缴纳报名费200元
            F26 | 与采购人不存在诉讼纠纷且从未投诉采购人
            """)
    void stopsInARequirement(String code, String text) {
        assertThat(errors(required(text))).contains(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            F03 | 注册资本规模
            F04 | 成立年限
            F09 | 党组织建设情况
            F23 | 信用等级
            F25 | 服务方案（优、良、中、差）
            """)
    void stopsInACriterion(String code, String text) {
        assertThat(errors(scored(text))).contains(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "为成立三周年的社区举办活动",
                "为成立满三周年的小区举办邻里节",
                "服务期三年",
                "本项目服务期限十二个月，自合同签订之日起算",
                "成立时间不作为资格条件，成立不满三年的社会组织同等参加",
                "不得要求供应商成立满三年",
                "不要求供应商成立满三年或注册资金达到一定数额",
                "供应商注册地不限",
                "为在本街道备案的社区社会组织提供能力培训",
                "面向辖区内注册满一年的志愿者开展表彰",
                "中选后能够在本区设立服务点并在两小时内到场",
                "服务对象为家庭年收入低于3万元的困难家庭",
                "对养老护理从业人员不少于50人次开展培训",
                "走访辖区企业职工家庭，了解需求",
                "评选本市优秀志愿服务案例并广泛宣传",
                "社会组织等级评估的材料辅导与初评",
                "协助小区建立党支部，推动红色物业共建",
                "同等条件下，评估等级高的社会组织优先",
                "在章程规定的业务范围内开展活动",
                "打造社区为老服务品牌",
                "防范非法集资和非法融资宣传讲座",
                "劳务派遣工权益保护宣传",
                "为求职者收集岗位信息，举办招聘会两场",
                "配备3名持证社工，每周服务不少于40小时",
                "服务对象满意度不低于90%，按优良中差分档统计居民意见",
                "为60岁以上老年人提供上门服务，服务人员统一培训",
                "报价明显低于其他供应商的，评审小组应要求其书面说明合理性",
                "响应报价不得低于成本恶意竞争",
                "不收取报名费，采购文件免费下载",
                "本项目不设标底，最高限价为预算金额",
                "免收投标保证金",
                "未被列入失信被执行人名单",
                "组织老年大学秋季班，居民可自愿报名参加",
                "聘请专家授课，开设健康讲座12场",
                "开展物业纠纷调解，化解居民与物业之间的矛盾",
                "为辖区独居老人购买意外险并建立档案",
                "项目经费专款专用，接受街道监督",
                "服务团队熟悉四川方言者沟通更便利",
                "每季度向街道提交服务报告，年底提交总结报告",
                "第三方评估机构对项目进行中期评估，评估结果作为付款依据",
                "依法成立、具有独立承担民事责任能力",
                "2025年以来社区新增独居老人120名，需要定期探访"
            })
    void letsLawfulSentencesPass(String text) {
        assertThat(errors(described(text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "具有独立承担民事责任的能力",
                "具有良好的商业信誉和健全的财务会计制度",
                "参加政府采购活动前三年内，在经营活动中没有重大违法记录",
                "具有依法缴纳税收和社会保障资金的良好记录",
                "项目负责人具有社会工作者职业资格",
                "成立年限不限，成立不满三年的社会组织可以参加",
                "能够在接到通知后两小时内到达服务地点"
            })
    void letsLawfulRequirementsPass(String text) {
        assertThat(errors(required(text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"报价", "服务方案", "项目团队", "类似项目经验", "管理制度与应急预案", "党建服务方案", "满意度测评方案", "社会组织等级评估工作方案"})
    void letsUsualCriteriaPass(String name) {
        assertThat(errors(scored(name))).isEmpty();
    }

    @Test
    void gradesInCriteriaAreDoubtedNotStopped() {
        assertThat(findings(scored("社会组织评估等级")))
                .extracting(Finding::code, Finding::severity)
                .contains(tuple("F08", Finding.Severity.WARNING));
    }

    @Test
    void oneOrTwoPastContractsAreDoubtedNotStopped() {
        assertThat(findings(required("近三年类似项目业绩1个")))
                .extracting(Finding::code, Finding::severity)
                .contains(tuple("F05", Finding.Severity.WARNING));
    }

    @Test
    void aQualificationIsNotScoredAgain() {
        var lot = lot(
                "社区食堂",
                List.of(Requirement.qualification("FOOD_BUSINESS_LICENSE")),
                List.of(new Criterion("食品经营许可证", 10, Criterion.Kind.QUALITY)));
        assertThat(errors(content("长者食堂", "为老人供餐", lot))).contains("F06");
    }

    @Test
    void saysWhereAndQuotesTheOriginalWords() {
        var finding = findings(required("供应商须 成 立 满 ３ 年 。")).getFirst();
        assertThat(finding.pointer()).isEqualTo("/lots/0/requirements/0/text");
        assertThat(finding.arguments().getFirst().toString()).contains("成 立 满 ３ 年");
    }

    @Test
    void titlesOfGoodsAndWorksAreStopped() {
        assertThat(errors(content("街道办公设备采购", "为街道服务", lot("服务", List.of(), List.of()))))
                .contains("F13");
        assertThat(errors(content("小区道路改造工程", "为街道服务", lot("服务", List.of(), List.of()))))
                .contains("F13");
        assertThat(errors(content("适老化改造评估服务", "为老人服务", lot("服务", List.of(), List.of()))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "面向老人，经居民议事会征求意见。",
                "为居民服务，调查清楚后开展。",
            })
    void aPublicServiceWithoutASurveyIsDoubted(String description) {
        assertThat(Linter.read(described(description)))
                .filteredOn(finding -> finding.code().equals("F18"))
                .extracting(Finding::severity, Finding::pointer)
                .containsExactly(tuple(Finding.Severity.WARNING, "/description"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "今年三月做过需求调查，走访老人四十户。",
                "向居民发放问卷一百份。",
                "咨询了三家服务机构后确定。",
                "经市场调研，每餐成本十五元。",
            })
    void aSurveyOfNeedOrMarketIsRecognised(String description) {
        assertThat(Linter.read(described(description)))
                .extracting(Finding::code)
                .doesNotContain("F18");
    }

    @Test
    void otherServicesNeedASurveyWhenTheyAreLargeOrMadeToOrder() {
        assertThat(Linter.read(inside("会议服务", 999_999_999L))).isEmpty();
        assertThat(Linter.read(inside("会议服务", 1_000_000_000L)))
                .extracting(Finding::code)
                .containsExactly("F18");
        assertThat(Linter.read(inside("业务系统定制开发服务", 1L)))
                .extracting(Finding::code)
                .contains("F18");
    }

    private static Content inside(String description, long budgetFen) {
        var lot = new LotContent(Ids.next(), "服务", "B0201", List.of(), budgetFen, null, List.of(), List.of(), null);
        return content("机关服务", description, lot);
    }

    @Test
    void readsALongHostileTextInReasonableTime() {
        var started = System.nanoTime();
        findings(described("成立达到达到在为已须".repeat(1_900)));
        findings(described("优1分良1分".repeat(3_000)));
        findings(described("供应商".repeat(6_000)));
        assertThat(System.nanoTime() - started).isLessThan(5_000_000_000L);
    }

    private static List<String> errors(Content content) {
        return findings(content).stream()
                .filter(Finding::blocks)
                .map(Finding::code)
                .toList();
    }

    private static List<Finding> findings(Content content) {
        return Linter.read(content).stream()
                .filter(finding -> !List.of("F17", "F18", "F19").contains(finding.code()))
                .toList();
    }

    private static Content described(String text) {
        return content("社区服务", text, lot("服务", List.of(), List.of()));
    }

    private static Content required(String text) {
        return content("社区服务", "为居民服务", lot("服务", List.of(Requirement.text(text)), List.of()));
    }

    private static Content scored(String name) {
        return content("社区服务", "为居民服务", lot("服务", List.of(), List.of(new Criterion(name, 10, Criterion.Kind.QUALITY))));
    }

    private static Content content(String title, String description, LotContent lot) {
        return new ContentDraft().title(title).description(description).lot(lot).done();
    }

    private static LotContent lot(String title, List<Requirement> requirements, List<Criterion> criteria) {
        return new LotContent(Ids.next(), title, "A0402-01", List.of(), null, null, requirements, criteria, null);
    }
}
