package org.goufu.demo.domain;

import static org.goufu.organization.Certificate.ACCOUNTANT;
import static org.goufu.organization.Certificate.CARE_WORKER;
import static org.goufu.organization.Certificate.CHILD_CARE;
import static org.goufu.organization.Certificate.COUNSELLOR;
import static org.goufu.organization.Certificate.DIETITIAN;
import static org.goufu.organization.Certificate.LAWYER;
import static org.goufu.organization.Certificate.MEDIATOR;
import static org.goufu.organization.Certificate.NURSE;
import static org.goufu.organization.Certificate.REHABILITATION;
import static org.goufu.organization.Certificate.RESCUER;
import static org.goufu.organization.Certificate.SOCIAL_WORKER;
import static org.goufu.organization.Certificate.SPORTS_INSTRUCTOR;
import static org.goufu.organization.SpecialQualification.ELDERLY_CARE_RECORD;
import static org.goufu.organization.SpecialQualification.FOOD_BUSINESS_LICENSE;
import static org.goufu.organization.SpecialQualification.HR_LICENSE;
import static org.goufu.organization.SpecialQualification.MEDICAL_LICENSE;
import static org.goufu.organization.SpecialQualification.NURSERY_RECORD;
import static org.goufu.organization.SpecialQualification.PRIVATE_SCHOOL_LICENSE;
import static org.goufu.organization.SpecialQualification.PUBLIC_FUNDRAISING;

import java.util.List;
import org.goufu.organization.Certificate;
import org.goufu.organization.SpecialQualification;

/** What bodies of the demo do: words for their names, the categories they declare, the papers they may hold. */
enum ServiceField {
    ELDERLY(
            22,
            List.of("A0402-01", "A0402-03", "A0402-02", "A0402-04", "A0402-05"),
            List.of("居家养老服务中心", "长者照护服务中心", "敬老助老服务中心", "老年服务协会"),
            List.of("长者助餐互助队", "银龄伴行队", "敬老邻里互助会", "独居老人探访队", "老年学堂互助组"),
            "开展居家和社区养老、助餐助洁助浴、日间照料、独居老人探访和老年教育服务",
            List.of(ELDERLY_CARE_RECORD, FOOD_BUSINESS_LICENSE, MEDICAL_LICENSE),
            List.of(CARE_WORKER, SOCIAL_WORKER, NURSE, DIETITIAN)),
    CHILDREN(
            14,
            List.of("A0401-01", "A0401-02", "A0401-03", "A1003-03"),
            List.of("儿童关爱服务中心", "青少年成长服务中心", "家庭教育促进会"),
            List.of("四点半课堂志愿队", "童心守护队", "留守儿童陪伴队", "亲子阅读社"),
            "开展困境和留守儿童关爱、儿童之家运营、青少年社会工作和家庭支持服务",
            List.of(NURSERY_RECORD, PRIVATE_SCHOOL_LICENSE),
            List.of(SOCIAL_WORKER, CHILD_CARE, COUNSELLOR)),
    SOCIAL_WORK(
            18,
            List.of("A1003-01", "A1003-02", "A1003-04", "A1003-05", "A1003-06", "A1003-07", "A1003-08"),
            List.of("社会工作服务中心", "社工服务社", "社会工作协会"),
            List.of("邻里帮扶社", "家庭关怀互助队", "社区关爱小组"),
            "开展社工站运营、个案小组社区社会工作、社区矫正、家庭和妇女服务、社会工作督导",
            List.of(),
            List.of(SOCIAL_WORKER, COUNSELLOR)),
    COMMUNITY(
            22,
            List.of("A1001-01", "A1001-02", "A1001-03", "A1001-04", "A1001-05", "A1001-06"),
            List.of("社区发展促进中心", "社区营造服务中心", "社区治理研究会"),
            List.of("邻里议事坊", "平安巡逻队", "垃圾分类宣导队", "社区环境美化队", "网格助力队", "邻里节筹办组"),
            "开展社区协商议事、社区营造、小区院落治理、环境与垃圾分类宣导、邻里活动组织",
            List.of(),
            List.of(SOCIAL_WORKER)),
    MEDIATION(
            7,
            List.of("A1004-01", "A1004-02", "A0407-01"),
            List.of("人民调解服务中心", "法律援助服务中心", "矛盾纠纷调解协会"),
            List.of("邻里调解队", "普法宣讲队", "乡贤说理组"),
            "开展人民调解、物业纠纷调解、普法宣传和法律援助服务",
            List.of(),
            List.of(MEDIATOR, LAWYER)),
    VOLUNTEERING(
            10,
            List.of("A1005-01", "A1005-02", "A1005-03", "A1005-04"),
            List.of("志愿服务发展中心", "志愿者协会"),
            List.of("志愿服务队", "红马甲志愿队", "党员先锋志愿队", "青年志愿队"),
            "开展志愿者招募管理与培训、志愿服务项目策划实施和大型活动志愿服务",
            List.of(),
            List.of(SOCIAL_WORKER)),
    DISABILITY(
            6,
            List.of("A0406-01", "A0406-02", "A0406-03"),
            List.of("残疾人康复服务中心", "助残服务中心", "孤独症儿童支持中心"),
            List.of("助残互助队", "阳光家园陪伴队"),
            "开展残疾人康复与托养、助残就业、孤独症儿童家庭支持服务",
            List.of(MEDICAL_LICENSE),
            List.of(REHABILITATION, SOCIAL_WORKER)),
    RELIEF(
            8,
            List.of("A0403-01", "A0403-02", "A0403-03", "A0404-01", "A0405-01"),
            List.of("社会救助服务中心", "慈善会", "退役军人关爱服务中心", "公益基金会"),
            List.of("爱心帮扶队", "暖冬互助社", "老兵服务队"),
            "开展低保家庭核查、访视照料、慈善物资发放和退役军人关爱服务",
            List.of(PUBLIC_FUNDRAISING),
            List.of(SOCIAL_WORKER, COUNSELLOR, ACCOUNTANT)),
    CULTURE(
            18,
            List.of("A0802-01", "A1001-04"),
            List.of("文化艺术促进会", "群众文化服务中心", "民间艺术协会"),
            List.of("合唱队", "坝坝舞队", "书画社", "川剧坐唱队", "腰鼓队", "民乐队", "棋牌社"),
            "开展群众文化活动组织、文艺演出、书画戏曲传习和邻里文化活动",
            List.of(PRIVATE_SCHOOL_LICENSE),
            List.of()),
    SPORT(
            10,
            List.of("A0901-01"),
            List.of("健身促进会", "社会体育服务中心"),
            List.of("太极拳队", "健步队", "乒乓球队", "柔力球队", "气排球队"),
            "开展群众体育活动组织、健身指导和社区运动会",
            List.of(),
            List.of(SPORTS_INSTRUCTOR)),
    MIND(
            5,
            List.of("A0505-01", "A1003-07"),
            List.of("心理健康服务中心", "心理关爱协会"),
            List.of("心灵驿站志愿队", "倾听者小组"),
            "开展心理健康服务、心理咨询热线和精神健康社会工作",
            List.of(MEDICAL_LICENSE),
            List.of(COUNSELLOR, SOCIAL_WORKER)),
    EMERGENCY(
            5,
            List.of("A1404-01", "A1408-01"),
            List.of("应急救援服务中心", "应急救援协会"),
            List.of("邻里应急小队", "防灾减灾宣传队"),
            "开展应急救援队伍训练与支援、社区防灾减灾宣传演练",
            List.of(),
            List.of(RESCUER, NURSE)),
    ENVIRONMENT(
            6,
            List.of("A0607-01", "A1001-03", "A1502-01"),
            List.of("环境保护志愿者协会", "绿色社区服务中心"),
            List.of("绿色家园志愿队", "护河志愿队", "变废为宝手工社"),
            "开展农村人居环境整治宣导、垃圾分类宣传和公益宣传",
            List.of(),
            List.of()),
    TRAINING(
            4,
            List.of("A0302-01", "B0901-01"),
            List.of("职业技能培训学校", "就业创业服务中心"),
            List.of("巧手编织社", "居家手工互助社"),
            "开展居民技能培训、社区工作者培训和就业指导服务",
            List.of(PRIVATE_SCHOOL_LICENSE, HR_LICENSE),
            List.of(ACCOUNTANT)),
    SUPPORT(
            5,
            List.of("A1002-01", "A1002-02", "A1002-03", "A1002-04", "A1002-06", "B0702-01", "B0202-01"),
            List.of("社会组织发展中心", "公益组织评估中心", "社会组织促进会", "社区发展基金会"),
            List.of("社群伙伴互助会"),
            "开展社会组织孵化培育、能力建设培训、等级评估、财务托管和项目第三方绩效评估",
            List.of(),
            List.of(SOCIAL_WORKER, ACCOUNTANT));

    private final int weight;
    final List<String> categories;
    final List<String> stems;
    final List<String> teams;
    final String scope;
    final List<SpecialQualification> qualifications;
    final List<Certificate> certificates;

    ServiceField(
            int weight,
            List<String> categories,
            List<String> stems,
            List<String> teams,
            String scope,
            List<SpecialQualification> qualifications,
            List<Certificate> certificates) {
        this.weight = weight;
        this.categories = categories;
        this.stems = stems;
        this.teams = teams;
        this.scope = scope;
        this.qualifications = qualifications;
        this.certificates = certificates;
    }

    private static final int TOTAL =
            List.of(values()).stream().mapToInt(field -> field.weight).sum();

    static ServiceField drawn(Dice dice) {
        int left = dice.between(1, TOTAL);
        for (var field : values()) {
            left -= field.weight;
            if (left <= 0) return field;
        }
        throw new IllegalStateException();
    }
}
