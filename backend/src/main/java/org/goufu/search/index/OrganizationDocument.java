package org.goufu.search.index;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.goufu.federation.Membership;
import org.goufu.kernel.RegionCode;
import org.goufu.organization.BodyKind;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.Fact;
import org.goufu.organization.FactKind;
import org.goufu.organization.Grade;
import org.goufu.organization.LegalForm;
import org.goufu.organization.Standing;
import org.jspecify.annotations.Nullable;

/**
 * A body in the index, with everything that a list shows, as it is on the day of indexing.
 *
 * @param status how it stands, see {@link BodyProfile#standing}
 * @param federations the federations it is a member of
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record OrganizationDocument(
        UUID id,
        BodyKind kind,
        boolean legalPerson,
        @Nullable LegalForm legalForm,
        @Nullable String creditCode,
        @Nullable String filingNumber,
        String name,
        @Nullable String nameFolded,
        Set<String> namePinyin,
        Set<String> nameInitials,
        String regionCode,
        List<String> regionPath,
        @Nullable Grade grade,
        int gradeLevel,
        Standing status,
        List<String> categories,
        Set<String> categoryPath,
        List<UUID> federations,
        @Nullable UUID federationId,
        @Nullable String federationName) {
    private static final Comparator<Fact> NEWEST_LAST =
            Comparator.comparing(Fact::from).thenComparing(fact -> fact.knownAt());

    public static OrganizationDocument of(
            BodyProfile body, Collection<Membership> memberships, Map<UUID, BodyProfile> federations, LocalDate today) {
        var grade = newest(body, FactKind.GRADE, today).flatMap(fact -> Grade.of(fact.value()));
        var categories = held(body, FactKind.CATEGORY, today)
                .map(Fact::value)
                .distinct()
                .sorted()
                .toList();
        var standing = memberships.stream()
                .filter(membership -> membership.lastsOn(today))
                .map(membership -> federations.get(membership.federationId()))
                .flatMap(Stream::ofNullable)
                .toList();
        var first = standing.stream().findFirst();
        return new OrganizationDocument(
                body.id(),
                body.kind(),
                body.kind().isLegalPerson(),
                body.legalForm(),
                body.creditCode(),
                body.filingNumber(),
                body.name(),
                Folding.changes(body.name()) ? Folding.fold(body.name()) : null,
                Pinyin.syllables(body.name()),
                Pinyin.initials(body.name()),
                body.regionCode(),
                new RegionCode(body.regionCode()).path(),
                grade.orElse(null),
                grade.map(Grade::level).orElse(0),
                body.standing(today, Instant.MAX),
                categories,
                NoticeDocument.categoryPaths(categories),
                standing.stream().map(BodyProfile::id).distinct().toList(),
                first.map(BodyProfile::id).orElse(null),
                first.map(BodyProfile::name).orElse(null));
    }

    private static Optional<Fact> newest(BodyProfile body, FactKind kind, LocalDate day) {
        return held(body, kind, day).max(NEWEST_LAST);
    }

    private static Stream<Fact> held(BodyProfile body, FactKind kind, LocalDate day) {
        return body.facts().stream()
                .filter(fact -> fact.kind() == kind && fact.withdrawnAt() == null && fact.holdsOn(day));
    }
}
