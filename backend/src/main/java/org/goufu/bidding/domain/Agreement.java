package org.goufu.bidding.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goufu.bidding.domain.seal.Document;
import org.goufu.kernel.FieldProblem;

/**
 * By what legal persons bid together for a lot (联合体协议, 政府采购法 第24条): who leads, what each does for which share of the price. Shares
 * are hundredths of a percent that sum to the whole, never an amount.
 *
 * @param members the lead among them, in order of their ids
 * @param terms the standing words that all sign with it
 * @param version 0 of one that was never saved
 */
public record Agreement(UUID lot, UUID lead, List<Member> members, String terms, long version) {
    /** What every consortium agrees to; a text that was signed keeps the words of its day. */
    public static final String TERMS = """
            一、各方自愿组成联合体，以一个供应商的身份共同参加本采购包的采购活动。牵头人由各方授权，负责编制、封装并提交响应文件，处理与本次响应有关的事务；牵头人在授权范围内的行为，各方均予承认。
            二、各方按本协议所列分工承担工作，按所列比例分配合同价款；不将各自承担的工作转给他人。
            三、中标（成交）后，各方共同与采购人签订采购合同，就采购合同约定的事项对采购人承担连带责任（《政府采购法》第二十四条）。
            四、任何一方不再单独参加，也不与其他供应商另外组成联合体参加同一合同项下的采购活动（《政府采购法实施条例》第二十二条第二款）。
            五、有同类资质的成员承担相同工作的，按照资质等级较低的成员确定资质等级（《政府采购法实施条例》第二十二条第一款）。
            六、本协议随响应文件提交。提交截止前，任何一方可以撤回签字；有一方撤回的，以本协议提交的响应文件无效。""";

    private static final int LEAST = 2;
    private static final int MOST = 10;
    private static final int LONGEST = 1000;

    /** @param share of the price, in hundredths of a percent */
    public record Member(UUID body, String name, String work, int share) {}

    public Agreement {
        members = members.stream()
                .sorted(Comparator.comparing(member -> member.body().toString()))
                .toList();
    }

    /** Fails with a {@link ConsortiumProblem} that names the fields. */
    public static Agreement drafted(UUID lot, UUID lead, List<Member> members, long version) {
        if (members.size() < LEAST
                || members.size() > MOST
                || members.stream().noneMatch(member -> member.body().equals(lead))) {
            throw ConsortiumProblem.MEMBERS_WRONG.raise(
                    List.of(FieldProblem.of("/members", "consortium-members", LEAST, MOST)), LEAST, MOST);
        }
        var wrong = incomplete(members);
        if (!wrong.isEmpty()) throw ConsortiumProblem.MEMBER_INCOMPLETE.raise(wrong);
        long sum = members.stream().mapToLong(Member::share).sum();
        if (sum != Roster.WHOLE) {
            throw ConsortiumProblem.SUM_WRONG.raise(
                    List.of(FieldProblem.of("/members", "consortium-sum", Roster.percent(sum))), Roster.percent(sum));
        }
        return new Agreement(lot, lead, members, TERMS, version);
    }

    private static List<FieldProblem> incomplete(List<Member> members) {
        var wrong = new ArrayList<FieldProblem>();
        var seen = new HashSet<UUID>();
        for (int i = 0; i < members.size(); i++) {
            var member = members.get(i);
            var at = "/members/" + i;
            if (!seen.add(member.body())) wrong.add(FieldProblem.of(at + "/body", "consortium-twice"));
            if (member.work().isBlank() || member.work().length() > LONGEST) {
                wrong.add(FieldProblem.of(at + "/work", "roster-text", LONGEST));
            }
            if (member.share() < 1 || member.share() > Roster.WHOLE) {
                wrong.add(FieldProblem.of(at + "/share", "roster-share"));
            }
        }
        return wrong;
    }

    public Member mustHave(UUID body) {
        return members.stream()
                .filter(member -> member.body().equals(body))
                .findFirst()
                .orElseThrow(ConsortiumProblem.NOT_FOUND::raise);
    }

    /** Those who bid behind the lead, in order of their ids: for whom its envelope says that it acts. */
    public List<UUID> others() {
        return members.stream()
                .map(Member::body)
                .filter(body -> !body.equals(lead))
                .toList();
    }

    /** How the price is divided: the lead's own share, no fee, then the others in order. */
    public Division division() {
        return new Division(
                document().hash(),
                mustHave(lead).share(),
                0,
                others(),
                others().stream().map(body -> mustHave(body).share()).toList());
    }

    /** The exact bytes that every member signs; the envelope is bound to their hash. Texts stand in it as SHA-256. */
    public Document document() {
        return Document.of(Map.of(
                "format",
                "goufu-consortium/1",
                "lot",
                lot,
                "lead",
                lead,
                "members",
                members.stream()
                        .map(member -> Map.of(
                                "body",
                                member.body(),
                                "name",
                                Document.hashOf(member.name()),
                                "work",
                                Document.hashOf(member.work()),
                                "share",
                                member.share()))
                        .toList(),
                "terms",
                Document.hashOf(terms)));
    }
}
