package org.goufu.organization.domain;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goufu.organization.ActivityKind;
import org.jspecify.annotations.Nullable;

/**
 * What is written about a filed group (domain.md 2.3).
 *
 * @param communityCode where it works: 12 digits; the street's 9 where a street has no communities
 * @param leader for registrars and the group itself alone
 * @param memberCount null for groups from before the platform, whose papers were not carried over
 * @param categories the services that it declares
 * @param guidanceUnit 指导社区: who in the community looks after it
 * @param host 托管的社区社会组织联合会, by name
 * @param partyBranch 联建的党组织
 */
public record FilingRecord(
        String name,
        String communityCode,
        ActivityKind type,
        @Nullable Leader leader,
        @Nullable Integer memberCount,
        List<String> coreMembers,
        @Nullable LocalDate foundedOn,
        String venue,
        String purpose,
        List<String> categories,
        @Nullable String guidanceUnit,
        @Nullable String host,
        @Nullable String partyBranch,
        @Nullable String funding,
        List<Attachment> attachments) {

    public FilingRecord {
        coreMembers = List.copyOf(coreMembers);
        categories = List.copyOf(categories);
        attachments = List.copyOf(attachments);
    }

    /** 负责人. */
    public record Leader(String name, @Nullable String politicalStatus, String phone) {}

    public List<UUID> files() {
        return attachments.stream().map(Attachment::fileId).toList();
    }

    /** Item by item, as the history keeps it. */
    public Map<String, @Nullable Object> items() {
        var items = new LinkedHashMap<String, @Nullable Object>();
        items.put("name", name);
        items.put("communityCode", communityCode);
        items.put("type", type);
        items.put("leader", leader);
        items.put("memberCount", memberCount);
        items.put("coreMembers", coreMembers);
        items.put("foundedOn", foundedOn);
        items.put("venue", venue);
        items.put("purpose", purpose);
        items.put("categories", categories);
        items.put("guidanceUnit", guidanceUnit);
        items.put("host", host);
        items.put("partyBranch", partyBranch);
        items.put("funding", funding);
        items.put("attachments", attachments);
        return items;
    }
}
