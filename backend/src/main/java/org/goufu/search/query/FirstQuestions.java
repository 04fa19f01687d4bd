package org.goufu.search.query;

import co.elastic.clients.json.JsonpSerializable;
import java.util.List;
import java.util.Map;
import org.goufu.search.index.Elastic;
import org.goufu.search.index.SearchIndex;
import org.goufu.search.index.SearchSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Asks the first questions after a start itself.
 *
 * <p>What Elasticsearch prepares once takes longer than a reader's patience: the first reader would be told that search is unavailable.
 */
@Component
class FirstQuestions {
    private static final Logger LOG = LoggerFactory.getLogger(FirstQuestions.class);
    private static final String COMMON_WORD = "服务";

    private final NoticeQuery notices;
    private final OrganizationQuery organizations;
    private final SearchClock clock;
    private final Elastic elastic;
    private final String prefix;

    FirstQuestions(
            NoticeQuery notices,
            OrganizationQuery organizations,
            SearchClock clock,
            Elastic elastic,
            SearchSettings settings) {
        this.notices = notices;
        this.organizations = organizations;
        this.clock = clock;
        this.elastic = elastic;
        this.prefix = settings.prefix();
    }

    @EventListener(ApplicationReadyEvent.class)
    void ask() {
        Flux.just("", COMMON_WORD)
                .concatMap(text -> Flux.concat(notices(text), organizations(text)))
                .then()
                .onErrorResume(unanswered -> {
                    LOG.debug("the first questions were not answered: {}", unanswered.toString());
                    return Mono.empty();
                })
                .subscribe();
    }

    private Mono<byte[]> notices(String text) {
        var question = new NoticeQuestion(
                text, List.of(), List.of(), List.of(), List.of(), List.of(), null, null, Span.EVER, Span.EVER,
                List.of(), null, 20, null);
        return clock.now()
                .flatMap(now -> patiently(SearchIndex.NOTICES, notices.of(question, Words.of(text), now, null)));
    }

    private Mono<byte[]> organizations(String text) {
        var question = new OrganizationQuestion(
                text, List.of(), List.of(), List.of(), null, 0, List.of(), List.of(), List.of(), null, null, 20, null);
        return patiently(SearchIndex.ORGANIZATIONS, organizations.of(question, Words.of(text), null));
    }

    private Mono<byte[]> patiently(SearchIndex index, JsonpSerializable question) {
        var path = "/" + index.alias(prefix) + "/_search";
        return elastic.send(Elastic.Lane.MANAGE, "POST", path, Map.of(), Elastic.bytes(question));
    }
}
