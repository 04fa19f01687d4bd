package org.goufu.organization.http;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Coded;
import org.goufu.organization.ActivityKind;
import org.goufu.organization.domain.Attachment;
import org.goufu.organization.domain.Filing;
import org.goufu.organization.domain.FilingAct;
import org.goufu.organization.domain.FilingCourse;
import org.goufu.organization.domain.FilingRecord;
import org.goufu.organization.domain.FilingState;
import org.goufu.platform.files.StoredFile;
import org.goufu.reference.Regions;
import org.goufu.reference.ServiceCategories;
import org.jspecify.annotations.Nullable;

/**
 * A filing as the registrars above the group and its own contact read it.
 *
 * @param may what the caller could do now
 */
record FilingView(
        UUID id,
        FilingState state,
        @Nullable String number,
        @Nullable LocalDate filedOn,
        @Nullable LocalDate validTo,
        String name,
        Coded community,
        ActivityKind type,
        FilingRecord.@Nullable Leader leader,
        @Nullable Integer memberCount,
        List<String> coreMembers,
        @Nullable LocalDate foundedOn,
        String venue,
        String purpose,
        List<Coded> categories,
        @Nullable String guidanceUnit,
        @Nullable String host,
        @Nullable String partyBranch,
        @Nullable String funding,
        List<Paper> attachments,
        @Nullable String writtenBy,
        FilingCourse.@Nullable Opinion opinion,
        @Nullable String returned,
        FilingCourse.@Nullable Request request,
        Set<FilingAct> may,
        long version) {

    /** A paper with what is known of its file. */
    record Paper(Attachment.Kind kind, UUID fileId, String name, long size) {}

    static FilingView of(
            Filing filing, Map<UUID, StoredFile> files, Actor actor, Regions regions, ServiceCategories categories) {
        var record = filing.record();
        var standing = filing.standing();
        var course = filing.course();
        return new FilingView(
                filing.id(),
                filing.state(),
                standing.number(),
                standing.filedOn(),
                standing.validTo(),
                record.name(),
                regions.coded(record.communityCode()),
                record.type(),
                record.leader(),
                record.memberCount(),
                record.coreMembers(),
                record.foundedOn(),
                record.venue(),
                record.purpose(),
                record.categories().stream().map(categories::coded).toList(),
                record.guidanceUnit(),
                record.host(),
                record.partyBranch(),
                record.funding(),
                record.attachments().stream()
                        .filter(paper -> files.containsKey(paper.fileId()))
                        .map(paper -> paper(paper, files.get(paper.fileId())))
                        .toList(),
                course.writerName(),
                course.opinion(),
                course.returned(),
                course.request(),
                filing.open(actor),
                filing.version());
    }

    private static Paper paper(Attachment paper, @Nullable StoredFile file) {
        return file == null
                ? new Paper(paper.kind(), paper.fileId(), "", 0)
                : new Paper(paper.kind(), paper.fileId(), file.name(), file.size());
    }
}
