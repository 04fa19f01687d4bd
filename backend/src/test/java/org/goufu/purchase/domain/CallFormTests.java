package org.goufu.purchase.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.purchase.domain.PurchaseFixtures.CALENDAR;
import static org.goufu.purchase.domain.PurchaseFixtures.DEPARTMENT;
import static org.goufu.purchase.domain.PurchaseFixtures.NOW;
import static org.goufu.purchase.domain.PurchaseFixtures.officer;

import java.util.Map;
import java.util.UUID;
import org.goufu.kernel.Named;
import org.goufu.purchase.BidPlace;
import org.goufu.purchase.NoticeContent;
import org.goufu.purchase.ProcurementMethod;
import org.junit.jupiter.api.Test;

/** The official forms of calls above the purchase limit (domain.md 1.6). */
class CallFormTests {
    private static NoticeContent notice(ProcurementMethod method, BidPlace bids) {
        var purchase = Purchase.drafted(new UUID(5, 5), officer(), StatutoryFixtures.of(method));
        var buyer = new CallForm.Buyer(new Named(DEPARTMENT, "示例街道办事处"), "示例路1号", "028-00000000");
        var setting = new CallForm.Setting(buyer, "510114-2026-000001", NOW, CALENDAR, bids, Map.of());
        return CallForm.of(purchase, setting, code -> code, code -> code);
    }

    private static String field(NoticeContent notice, String label) {
        return notice.sections().stream()
                .flatMap(section -> section.fields().stream())
                .filter(field -> field.label().equals(label))
                .findFirst()
                .orElseThrow()
                .value();
    }

    @Test
    void aConsultationIsRepeatedWithItsReference() {
        var notice = notice(ProcurementMethod.CONSULTATION, BidPlace.NOT_DESIGNATED);

        assertThat(notice.formatCode()).isEqualTo("N04");
        assertThat(notice.title()).isEqualTo("社工站运营服务 竞争性磋商公告");
        assertThat(notice.purchaseNumber()).isEqualTo("N5101142026000123");
        assertThat(notice.official()).isNotNull();
        assertThat(field(notice, "采购方式")).contains("竞争性磋商", "政府购买服务项目", "214号");
        // Three working days from the Wednesday on which the portal published it, not from the Thursday on which it is
        // repeated here.
        assertThat(field(notice, "公告期限")).contains("3 个工作日", "2026年11月23日");
        assertThat(field(notice, "提交地点")).isEqualTo("四川政府采购一体化平台");
        assertThat(field(notice, "方法")).isEqualTo("综合评分法");
    }

    @Test
    void aTenderThatIsGivenHereNamesTheDocument() {
        var notice =
                notice(ProcurementMethod.OPEN_TENDER, new BidPlace(true, BidPlace.Reason.DESIGNATED, "成财采〔2026〕1号"));

        assertThat(notice.formatCode()).isEqualTo("N03");
        assertThat(field(notice, "公告期限")).contains("5 个工作日", "2026年11月25日");
        assertThat(field(notice, "开标地点")).isEqualTo("本平台（在线）");
        assertThat(field(notice, "本平台受理依据")).contains("成财采〔2026〕1号");
        assertThat(notice.sections())
                .extracting(NoticeContent.Section::heading)
                .contains("四、获取招标文件", "五、提交投标文件截止时间、开标时间和地点");
    }

    @Test
    void aNegotiationGivesNoPoints() {
        assertThat(field(notice(ProcurementMethod.NEGOTIATION, BidPlace.NOT_DESIGNATED), "方法"))
                .contains("最后报价最低");
    }
}
