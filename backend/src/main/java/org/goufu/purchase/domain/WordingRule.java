package org.goufu.purchase.domain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.goufu.purchase.Finding;
import org.goufu.purchase.domain.Content.Place;

/**
 * One wording that the law forbids, as data: patterns over {@link PlainText} and where each of them counts.
 *
 * <p>{@code anywhere} patterns speak for themselves; {@code condition} patterns count in requirements and criteria, and elsewhere
 * only in a sentence that sets a condition for bidders; {@code named} patterns are bare names that count in requirements and
 * criteria alone.
 */
final class WordingRule {
    /** Whose mention, or which verb, turns a sentence of a description into a condition for bidders. */
    private static final Pattern SETS_CONDITION = Pattern.compile("供应商|响应人|响应单位|投标人|承接主体|承接机构|承接单位|承接方|参选|申请人|报名单位"
            + "|资格|资质|门槛|须|必须|应具|应有|应当|应为|应提供|具有|具备|持有|方可|才能|才可|仅限|只限|限于|只接受|要求|加分|得分|评分|打分"
            + "|[得计加]\\d+分|优先");
    /** Words before a match in its clause that turn it round; a doubled negation does not. */
    private static final Pattern NEGATION_BEFORE = Pattern.compile(
            "(?:不得(?!低于|少于|小于|不|晚于|短于|迟于|超过|高于|大于)|不要求|不再要求|不作为|不设|不再设|无需|无须|不需|不限(?!于)|不把|不将|不以(?!营利|盈利)|不收取?|不应(?!低于|少于|小于|不)"
                    + "|严禁|禁止|取消|并非|不考虑|不因|不必|不论|无论|不看|免[收于]?|零)"
                    + "(?:(?!但|且|并|而|同时|还|须|必须|应当|否则).){0,14}$");

    private static final Pattern NEGATION_AFTER = Pattern.compile(
            "^(?:(?!但|且|并|而).){0,10}?(?:不作为(?:资格|评审|评分|门槛|条件|限制|依据|得分)|不影响|不限|均可|不作要求|不做要求|不作限制|不予考虑|不列为|不得作为|不加分|也可(?:以)?参加|同等对待|同等参加|不受限)");
    /** Words before a match that make the described bodies those who are served, not those who bid. */
    private static final Pattern SERVES = Pattern.compile(
            "(?:(?<![应须需必作均])为|面向|针对|对|向|服务|培育|孵化|扶持|指导|协助|帮助|推动|推进|支持|引导|配合|依托|联合|走访|联动|统计|摸排|评估|助力|吸纳|动员)[^,;。!?]{0,14}$");

    private static final Pattern BIDS = Pattern.compile("供应商|响应人|投标人|承接主体|承接机构|承接单位|参选|须|必须|应具|应当|应为|仅限|只限|方可|优先");
    private static final String SENTENCE_ENDS = "。;!?";
    private static final String CLAUSE_ENDS = SENTENCE_ENDS + ",:";

    private final String code;
    private final List<Pattern> anywhere = new ArrayList<>();
    private final List<Pattern> condition = new ArrayList<>();
    private final List<Pattern> named = new ArrayList<>();
    private final List<Pattern> inTitles = new ArrayList<>();
    private final Map<Place, Finding.Severity> severities = new EnumMap<>(Place.class);
    private Pattern unlessInSentence = Pattern.compile("(?!)");
    private boolean literal;
    private boolean aboutBodies;

    private WordingRule(String code) {
        this.code = code;
    }

    static WordingRule rule(String code) {
        return new WordingRule(code);
    }

    WordingRule anywhere(String... patterns) {
        Stream.of(patterns).map(Pattern::compile).forEach(anywhere::add);
        return this;
    }

    WordingRule condition(String... patterns) {
        Stream.of(patterns).map(Pattern::compile).forEach(condition::add);
        return this;
    }

    WordingRule named(String... patterns) {
        Stream.of(patterns).map(Pattern::compile).forEach(named::add);
        return this;
    }

    WordingRule inTitles(String... patterns) {
        Stream.of(patterns).map(Pattern::compile).forEach(inTitles::add);
        return this;
    }

    /** A sentence with these words is lawful as a whole. */
    WordingRule unlessSentenceHas(String pattern) {
        unlessInSentence = Pattern.compile(pattern);
        return this;
    }

    /** For rules about what a body is: the same words may describe the bodies that a service is for. */
    WordingRule aboutBodies() {
        aboutBodies = true;
        return this;
    }

    /** For rules whose forbidden wordings are negations themselves. */
    WordingRule literally() {
        literal = true;
        return this;
    }

    WordingRule warningIn(Place... places) {
        Stream.of(places).forEach(place -> severities.put(place, Finding.Severity.WARNING));
        return this;
    }

    /** The first place where the text breaks this rule. */
    Optional<Finding> read(String pointer, PlainText text, Place place) {
        var inBidders = place == Place.REQUIREMENT || place == Place.CRITERION;
        return Stream.of(
                        hits(anywhere, text, place, false),
                        hits(condition, text, place, !inBidders),
                        inBidders ? hits(named, text, place, false) : Stream.<MatchResult>empty(),
                        place == Place.TITLE ? hits(inTitles, text, place, false) : Stream.<MatchResult>empty())
                .flatMap(hits -> hits)
                .findFirst()
                .map(match -> new Finding(
                        severities.getOrDefault(place, Finding.Severity.ERROR),
                        pointer,
                        code,
                        List.of(text.excerpt(match))));
    }

    private Stream<MatchResult> hits(List<Pattern> patterns, PlainText text, Place place, boolean onlyAsCondition) {
        return patterns.stream()
                .flatMap(pattern -> pattern.matcher(text.toString()).results())
                .filter(match -> counts(match, text.toString(), place, onlyAsCondition));
    }

    private boolean counts(MatchResult match, String text, Place place, boolean onlyAsCondition) {
        var sentence =
                text.substring(before(text, match.start(), SENTENCE_ENDS), after(text, match.end(), SENTENCE_ENDS));
        if (unlessInSentence.matcher(sentence).find()
                || onlyAsCondition && !SETS_CONDITION.matcher(sentence).find()) {
            return false;
        }
        if (literal) {
            return true;
        }
        var lead = text.substring(before(text, match.start(), CLAUSE_ENDS), match.start());
        var rest = text.substring(match.end(), after(text, match.end(), CLAUSE_ENDS));
        if (NEGATION_BEFORE.matcher(lead).find() || NEGATION_AFTER.matcher(rest).find()) {
            return false;
        }
        return place == Place.REQUIREMENT
                || place == Place.CRITERION
                || !aboutBodies
                || !SERVES.matcher(lead).find()
                || BIDS.matcher(lead).find();
    }

    private static int before(String text, int at, String ends) {
        for (int i = at - 1; i >= 0; i--) {
            if (ends.indexOf(text.charAt(i)) >= 0) {
                return i + 1;
            }
        }
        return 0;
    }

    private static int after(String text, int at, String ends) {
        for (int i = at; i < text.length(); i++) {
            if (ends.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }
}
