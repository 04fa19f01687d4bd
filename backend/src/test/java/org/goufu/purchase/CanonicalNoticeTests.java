package org.goufu.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goufu.kernel.Named;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CanonicalNoticeTests {
    private static final NoticeContent LUNCHES = new NoticeContent(
            "510114-2026-000001",
            new UUID(1, 1),
            "510114-2026-000001",
            NoticeType.PROCUREMENT,
            "P01",
            "社区长者食堂助餐服务比选公告",
            "示例街道办事处采购助餐服务。",
            new Named(new UUID(2, 2), "示例街道办事处"),
            "510114008",
            ProcurementMethod.BT_COMPARE,
            9_800_000,
            Instant.parse("2026-11-19T02:00:00Z"),
            Instant.parse("2026-11-25T02:00:00Z"),
            null,
            null,
            "为辖区老人提供午餐。",
            new Contact("示例联系人", "028-00001234", null),
            List.of(new NoticeContent.Lot(
                    new UUID(3, 3),
                    1,
                    "助餐服务",
                    "A0402-01",
                    List.of("510114008"),
                    9_800_000,
                    "每个工作日供餐。",
                    List.of(Requirement.inspection(2025)),
                    List.of(new Criterion("报价", 100, Criterion.Kind.PRICE)),
                    null)),
            List.of(new NoticeContent.Section("一、项目", List.of(new NoticeContent.Field("名称", "助餐服务")))),
            null,
            null,
            null,
            null,
            null,
            null);

    @Test
    void keysStandSortedAtEveryDepth() {
        assertSorted(JsonMapper.shared().readTree(CanonicalNotice.text(LUNCHES)));
    }

    private static void assertSorted(JsonNode node) {
        assertThat(List.copyOf(node.propertyNames())).isSorted();
        node.values().forEach(CanonicalNoticeTests::assertSorted);
    }

    @Test
    void nothingIsAbsentAndNoSpaceStandsBetween() {
        var text = CanonicalNotice.text(LUNCHES);
        assertThat(text).doesNotContain("null", "openingAt", "email", "objective", "stagedOpening");
        assertThat(JsonMapper.shared().readTree(text)).hasToString(text);
    }

    @Test
    void theSameNoticeIsWrittenTheSameAgain() {
        var text = CanonicalNotice.text(LUNCHES);
        assertThat(CanonicalNotice.read(text)).isEqualTo(LUNCHES);
        assertThat(CanonicalNotice.text(CanonicalNotice.read(text))).isEqualTo(text);
    }

    /** Notices were once written in the order of their record: the text is kept beside its digest, and can still be read. */
    @Test
    void aNoticeInTheFormerOrderIsRead() {
        var former = JsonMapper.shared().writeValueAsString(LUNCHES);
        assertThat(former).startsWith("{\"number\":").isNotEqualTo(CanonicalNotice.text(LUNCHES));
        assertThat(CanonicalNotice.read(former)).isEqualTo(LUNCHES);
    }
}
