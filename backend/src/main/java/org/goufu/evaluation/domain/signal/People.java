package org.goufu.evaluation.domain.signal;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.goufu.evaluation.domain.signal.Compared.Written;

/**
 * One name among those who lead, handle or answer for several bids (第37条第二项 and 第三项). One name need not be one person: that is for
 * the panel to see.
 */
final class People {
    private static final Pattern NAMED = Pattern.compile(
            "(?:项目负责人|项目经理|项目主管|联系人|负责人|经办人|委托代理人|授权代表):[ \\t]{0,4}([\\p{IsHan}·]{2,4})(?![\\p{IsHan}·])");
    private static final Pattern NAME = Pattern.compile("[\\p{IsHan}·]{2,4}");
    private static final Set<String> NOBODY = Set.of("待定", "暂无", "暂缺", "另附", "见附件", "详见附件", "见附表", "同上", "姓名");

    private People() {}

    /** In what a name stands in a bid. */
    private enum Role {
        /** In the registry. */
        HEAD,
        /** Under the envelope. */
        HANDLER,
        /** In the bidder's own words. */
        CONTACT
    }

    static Stream<Signal> shared(List<Written> bids) {
        var people = new TreeMap<String, Map<UUID, Set<Role>>>();
        for (var written : bids) {
            var bid = written.bid();
            bid.heads().forEach(name -> add(people, name, bid, Role.HEAD));
            if (bid.handler() != null) add(people, bid.handler(), bid, Role.HANDLER);
            NAMED.matcher(written.text()).results().forEach(found -> add(people, found.group(1), bid, Role.CONTACT));
        }
        return people.entrySet().stream()
                .filter(one -> one.getValue().size() > 1)
                .flatMap(one -> signal(one.getKey(), one.getValue()));
    }

    private static void add(Map<String, Map<UUID, Set<Role>>> people, String name, Compared bid, Role role) {
        if (!NAME.matcher(name).matches() || NOBODY.contains(name)) return;
        people.computeIfAbsent(name, first -> new LinkedHashMap<>())
                .computeIfAbsent(bid.bid(), first -> EnumSet.noneOf(Role.class))
                .add(role);
    }

    /** Bidders with one head are related, and out, since the opening (domain.md 2.5, C01): that is not said again. */
    private static Stream<Signal> signal(String name, Map<UUID, Set<Role>> roles) {
        if (roles.values().stream().allMatch(EnumSet.of(Role.HEAD)::equals)) return Stream.empty();
        boolean handled = roles.values().stream().allMatch(one -> one.contains(Role.HANDLER));
        return Stream.of(Signal.of(
                handled ? Signal.Kind.SAME_HANDLER : Signal.Kind.SAME_PERSON, List.copyOf(roles.keySet()), name));
    }
}
