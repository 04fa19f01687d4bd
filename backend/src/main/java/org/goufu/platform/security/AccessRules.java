package org.goufu.platform.security;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.RequestPath;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** The authorization table made ready to be asked. */
final class AccessRules {
    private static final Set<HttpMethod> OF_PAGES = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final List<Rule> rules;

    /** Most rules are ruled out by their fixed beginning, which is cheaper to compare than a pattern is to match. */
    private record Rule(PathPattern pattern, String beginning, Access access) {
        static Rule of(Access row) {
            var beginning = row.pattern().split("[{*]", 2)[0];
            return new Rule(
                    PathPatternParser.defaultInstance.parse(row.pattern()),
                    row.pattern().endsWith("/**") ? beginning.substring(0, beginning.length() - 1) : beginning,
                    row);
        }

        boolean matches(PathContainer path) {
            return path.value().startsWith(beginning) && pattern.matches(path);
        }
    }

    AccessRules(boolean demo) {
        this.rules = Stream.concat(AccessTable.ROWS.stream(), AccessTable.LIBRARY_ROWS.stream())
                .filter(row -> demo || !row.demoOnly())
                .map(Rule::of)
                .sorted(Comparator.comparing(Rule::pattern, PathPattern.SPECIFICITY_COMPARATOR))
                .toList();
    }

    /** What the table says about a request. */
    sealed interface Answer {
        /** It is in the table. */
        record Row(Access access) implements Answer {}

        /** Only other methods of this path are. */
        record OtherMethods(Set<HttpMethod> methods) implements Answer {}

        /** Not in the table, and not a page: it does not exist for anybody. */
        record Nothing() implements Answer {}

        /** A file of the pages, or an address of theirs. */
        record Page() implements Answer {}
    }

    Answer ask(HttpMethod method, RequestPath path) {
        var inside = path.pathWithinApplication();
        if (!isServers(inside)) {
            return OF_PAGES.contains(method) ? new Answer.Page() : new Answer.OtherMethods(OF_PAGES);
        }
        var asked = method == HttpMethod.HEAD ? HttpMethod.GET : method;
        var others = new LinkedHashSet<HttpMethod>();
        for (var access : at(inside)) {
            if (access.method().equals(asked)) {
                return new Answer.Row(access);
            }
            others.add(access.method());
        }
        return others.isEmpty() ? new Answer.Nothing() : new Answer.OtherMethods(others);
    }

    /** The most specific rows first. */
    private List<Access> at(PathContainer path) {
        var found = new ArrayList<Access>();
        for (var rule : rules) {
            if (rule.matches(path)) found.add(rule.access());
        }
        return found;
    }

    /** Whether the server itself answers this path, so that the pages cannot have it. */
    static boolean isServers(PathContainer path) {
        for (var element : path.elements()) {
            if (element instanceof PathContainer.PathSegment segment) {
                return AccessTable.SERVER_SEGMENTS.contains(segment.valueToMatch());
            }
        }
        return false;
    }
}
