package org.goufu.organization.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Ids;
import org.goufu.kernel.Role;
import org.goufu.organization.ActivityKind;

/** Filings and the people who act on them, with names. */
public final class FilingFixtures {
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    public static final UUID ID = UUID.fromString("01890000-0000-7000-8000-000000000011");
    public static final UUID OTHER = UUID.fromString("01890000-0000-7000-8000-000000000012");
    public static final String COMMUNITY = "510114008001";
    public static final Actor STREET_WRITER = RegistryFixtures.registrarOf("510114008");
    public static final Actor STREET_CLERK = RegistryFixtures.registrarOf("510114008");
    public static final Actor COMMUNITY_CLERK = RegistryFixtures.registrarOf(COMMUNITY);
    public static final Actor COUNTY_CLERK = RegistryFixtures.registrarOf("510114");
    public static final FilingRule RULE =
            new FilingRule(5, Set.of(Attachment.Kind.FORM, Attachment.Kind.CHARTER), 1, "街道办事处", false);

    private FilingFixtures() {}

    public static Actor elsewhere() {
        return RegistryFixtures.registrarOf("510104023");
    }

    public static Actor contact(UUID group) {
        return new Actor(Ids.next(), "group", "联系人", Set.of(Role.GROUP_CONTACT), null, group, null);
    }

    public static Filing applied(Actor writer) {
        return applied(writer, record());
    }

    public static Filing applied(Actor writer, FilingRecord record) {
        return Filing.applied(ID, writer, record);
    }

    public static Filing underReview() {
        return applied(STREET_WRITER).submit(STREET_WRITER, RULE).opinion(COMMUNITY_CLERK, true, "同意", TODAY);
    }

    /** Filed on {@link #TODAY}. */
    public static Filing active() {
        return underReview().approve(STREET_CLERK, RULE, "BA-510114008-2026-0001", TODAY);
    }

    public static Filing active(LocalDate validTo) {
        return inState(FilingState.FILED_ACTIVE, validTo);
    }

    public static Filing ended(FilingState end) {
        return inState(end, TODAY);
    }

    private static Filing inState(FilingState state, LocalDate validTo) {
        var filed = active();
        var standing = new Filing.Standing(state, filed.standing().number(), TODAY, validTo);
        return new Filing(ID, filed.record(), standing, filed.course(), filed.version());
    }

    public static FilingRecord record() {
        return record(COMMUNITY);
    }

    public static FilingRecord record(String place) {
        return record(
                place,
                List.of("甲", "乙", "丙", "丁", "戊"),
                List.of(new Attachment(Attachment.Kind.FORM, ID), new Attachment(Attachment.Kind.CHARTER, OTHER)));
    }

    /** Four members and no paper. */
    public static FilingRecord bare() {
        return record(COMMUNITY, List.of("甲", "乙", "丙", "丁"), List.of());
    }

    private static FilingRecord record(String place, List<String> members, List<Attachment> papers) {
        return new FilingRecord(
                "南丰社区长者助餐互助队",
                place,
                ActivityKind.LIFE,
                new FilingRecord.Leader("某负责人", "群众", "028-00001234"),
                20,
                members,
                LocalDate.of(2026, 3, 1),
                "社区党群服务中心一楼",
                "为社区长者助餐",
                List.of("A0402-01"),
                null,
                null,
                null,
                null,
                papers);
    }
}
