package org.goufu.search;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.goufu.federation.FederationDirectory;
import org.goufu.federation.Hosting;
import org.goufu.federation.Mandate;
import org.goufu.federation.Membership;
import org.goufu.federation.MembershipState;
import org.goufu.kernel.Ids;
import org.goufu.kernel.Named;
import org.goufu.organization.BodyKind;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.Fact;
import org.goufu.organization.FactKind;
import org.goufu.organization.FactOrigin;
import org.goufu.organization.LegalForm;
import org.goufu.organization.OrganizationDirectory;
import org.goufu.purchase.LotTerms;
import org.goufu.purchase.NoticeStatus;
import org.goufu.purchase.NoticeType;
import org.goufu.purchase.ProcurementMethod;
import org.goufu.purchase.PublishedLot;
import org.goufu.purchase.PublishedNotice;
import org.goufu.purchase.PurchaseDirectory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Bodies, memberships and notices for tests, and directories that hold them in memory. */
public final class SearchFixtures {
    public static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    public static final Instant NOW = Instant.parse("2026-11-23T04:00:00Z");

    private SearchFixtures() {}

    public static BodyProfile body(BodyKind kind, Fact... facts) {
        return body(kind, "成都市锦江区春熙路街道互助会", 1, facts);
    }

    public static BodyProfile body(BodyKind kind, String name, long version, Fact... facts) {
        boolean group = kind == BodyKind.FILED_GROUP;
        return new BodyProfile(
                Ids.next(),
                name,
                kind,
                group ? null : LegalForm.ASSOCIATION,
                group ? null : "51510104MJ0000001X",
                group ? "锦春备001" : null,
                "510104017",
                DAY.minusYears(5),
                "",
                "",
                List.of(),
                version,
                List.of(facts));
    }

    public static Fact fact(FactKind kind, String value, LocalDate from, @Nullable LocalDate to) {
        return fact(kind, value, 0, from, to);
    }

    public static Fact fact(FactKind kind, String value, long number, LocalDate from, @Nullable LocalDate to) {
        return new Fact(
                Ids.next(),
                kind,
                value,
                number,
                from,
                to,
                NOW.minusSeconds(1),
                null,
                "test",
                FactOrigin.REGISTRAR,
                null,
                null);
    }

    public static Mandate mandate(long capFen, String... categories) {
        return new Mandate(
                Ids.next(),
                List.of(categories),
                capFen,
                List.of(),
                DAY.minusYears(1),
                DAY.plusYears(1),
                NOW.minusSeconds(1),
                null,
                null);
    }

    public static Membership membership(
            BodyProfile federation, BodyProfile member, @Nullable LocalDate consented, Mandate... mandates) {
        var known = NOW.minusSeconds(1);
        return new Membership(
                Ids.next(),
                federation.id(),
                member.id(),
                consented == null ? MembershipState.INVITED : MembershipState.CONFIRMED,
                DAY.minusYears(1),
                null,
                consented,
                consented == null ? null : known,
                consented == null ? null : known,
                known,
                null,
                1,
                List.of(mandates));
    }

    public static PublishedNotice notice(String title, String body) {
        return notice(title, body, NOW.minusSeconds(86_400), NOW.plusSeconds(86_400));
    }

    public static PublishedNotice notice(String title, String body, Instant publishedAt, @Nullable Instant deadline) {
        return new PublishedNotice(
                Ids.next(),
                "510104-2026-000001",
                Ids.next(),
                NoticeType.PROCUREMENT,
                title,
                body,
                new Named(new UUID(7, 7), "锦江区春熙路街道办事处"),
                "510104017",
                List.of("510104017"),
                List.of("A0402-01"),
                ProcurementMethod.BT_COMPARE,
                98_000_00,
                publishedAt,
                deadline,
                null,
                1);
    }

    /** Notices with every kind of value, the same for the same seed. */
    public static List<PublishedNotice> notices(int count, long seed, List<String> regions, List<String> categories) {
        var random = new Random(seed);
        var notices = new ArrayList<PublishedNotice>();
        for (int i = 0; i < count; i++) {
            var type = pick(random, NoticeType.values());
            var published = NOW.minusSeconds(random.nextInt(400 * 86_400));
            var outcome = random.nextInt(4) == 0 ? pick(random, NoticeStatus.AWARDED, NoticeStatus.TERMINATED) : null;
            var deadline = random.nextInt(3) == 0 ? null : published.plusSeconds(random.nextInt(60 * 86_400));
            notices.add(new PublishedNotice(
                    Ids.at(published.toEpochMilli()),
                    "510104-2026-%06d".formatted(i),
                    Ids.next(),
                    type,
                    text(random, 3),
                    text(random, 12) + "。" + text(random, 9) + "。",
                    new Named(new UUID(7, random.nextInt(5)), "测试街道办事处" + random.nextInt(5)),
                    regions.get(random.nextInt(regions.size())),
                    List.of(regions.get(random.nextInt(regions.size()))),
                    List.of(categories.get(random.nextInt(categories.size()))),
                    pick(random, ProcurementMethod.values()),
                    random.nextInt(1_000) * 10_000L,
                    published,
                    deadline,
                    outcome,
                    1));
        }
        return notices;
    }

    private static final String[] PIECES = {
        "社区", "助餐", "老年", "食堂", "长者", "服务", "项目", "送餐", "儿童", "留守", "调解", "人民", "志愿", "社工", "站",
        "<b>", " PPP ", " 2026 ", "“", "”", "、", "養老", "評估", "的", "和", "心理", "健康", "垃圾", "分类", "中心"
    };

    private static String text(Random random, int pieces) {
        var text = new StringBuilder();
        for (int i = 0; i < pieces; i++) {
            text.append(pick(random, PIECES));
        }
        return text.toString();
    }

    @SafeVarargs
    public static <T> T pick(Random random, T... from) {
        return from[random.nextInt(from.length)];
    }

    /** Published notices in memory. */
    public record Purchases(List<PublishedNotice> all) implements PurchaseDirectory {
        @Override
        public Mono<PublishedNotice> notice(UUID id) {
            return notices(List.of(id)).next();
        }

        @Override
        public Flux<PublishedNotice> notices(Collection<UUID> ids) {
            return Flux.fromIterable(all).filter(notice -> ids.contains(notice.id()));
        }

        @Override
        public Flux<PublishedNotice> noticesAfter(@Nullable UUID id, int size) {
            return Flux.fromIterable(List.copyOf(all))
                    .sort(Comparator.comparing(notice -> notice.id().toString()))
                    .filter(notice -> id == null || notice.id().toString().compareTo(id.toString()) > 0)
                    .take(size);
        }

        @Override
        public Mono<PublishedLot> lot(UUID id) {
            return Mono.empty();
        }

        @Override
        public Flux<PublishedLot> holdLots(Collection<UUID> ids) {
            return Flux.empty();
        }

        @Override
        public Flux<String> words(UUID noticeId) {
            return Flux.empty();
        }

        @Override
        public Mono<byte[]> digest(UUID noticeId) {
            return Mono.empty();
        }

        @Override
        public Mono<LotTerms> terms(UUID lot) {
            return Mono.empty();
        }

        @Override
        public Flux<UUID> decided(Collection<UUID> lots) {
            return Flux.empty();
        }

        @Override
        public Flux<PublishedLot> lotsOf(UUID noticeId) {
            return Flux.empty();
        }

        @Override
        public Flux<PublishedLot> openLotsAfter(@Nullable UUID id, int size) {
            return Flux.empty();
        }
    }

    /** Bodies in memory. */
    public record Organizations(List<BodyProfile> all) implements OrganizationDirectory {
        @Override
        public Mono<BodyProfile> find(UUID id) {
            return findAll(List.of(id)).next();
        }

        @Override
        public Mono<BodyProfile> hold(UUID id) {
            return find(id);
        }

        @Override
        public Mono<Void> holdAll(Collection<UUID> ids) {
            return Mono.empty();
        }

        @Override
        public Mono<Void> holdAlone(UUID id) {
            return Mono.empty();
        }

        @Override
        public Flux<BodyProfile> findAll(Collection<UUID> ids) {
            return Flux.fromIterable(all).filter(body -> ids.contains(body.id()));
        }

        @Override
        public Flux<BodyProfile> coded(Collection<String> creditCodes) {
            return Flux.error(new UnsupportedOperationException());
        }

        @Override
        public Flux<BodyProfile> findAllAsOf(Collection<UUID> ids, Instant moment) {
            return findAll(ids);
        }

        @Override
        public Flux<UUID> sharingHead(UUID id) {
            return Flux.error(new UnsupportedOperationException());
        }

        @Override
        public Flux<BodyProfile> after(@Nullable UUID id, int size) {
            return Flux.fromIterable(List.copyOf(all))
                    .sort(Comparator.comparing(body -> body.id().toString()))
                    .filter(body -> id == null || body.id().toString().compareTo(id.toString()) > 0)
                    .take(size);
        }

        @Override
        public Flux<UUID> turning(LocalDate last, LocalDate today, @Nullable UUID after, int size) {
            return Flux.error(new UnsupportedOperationException());
        }
    }

    /** Memberships in memory. */
    public record Federations(List<Membership> all) implements FederationDirectory {
        @Override
        public Flux<Membership> ofMembers(Collection<UUID> memberIds) {
            return Flux.fromIterable(all).filter(membership -> memberIds.contains(membership.memberId()));
        }

        @Override
        public Flux<Membership> ofFederations(Collection<UUID> federationIds) {
            return Flux.fromIterable(all).filter(membership -> federationIds.contains(membership.federationId()));
        }

        @Override
        public Flux<Hosting> hostings(Collection<UUID> groupIds) {
            return Flux.error(new UnsupportedOperationException());
        }

        @Override
        public Mono<Void> holdMembers(Collection<UUID> memberIds) {
            return Mono.error(new UnsupportedOperationException());
        }

        @Override
        public Flux<UUID> ofStreet(String streetCode, Instant moment) {
            return Flux.empty();
        }

        @Override
        public Flux<UUID> turning(LocalDate last, LocalDate today, @Nullable UUID after, int size) {
            return Flux.error(new UnsupportedOperationException());
        }
    }
}
