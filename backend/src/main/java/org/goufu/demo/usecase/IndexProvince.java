package org.goufu.demo.usecase;

import org.goufu.demo.DemoPlan;
import org.goufu.demo.DemoStep;
import org.goufu.demo.Progress;
import org.goufu.kernel.Problem;
import org.goufu.kernel.ProblemException;
import org.goufu.search.IndexRebuild;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes everything in the province findable; while Elasticsearch is away this is left to search itself, which does it on return. */
@Component
class IndexProvince implements DemoStep {
    private static final Logger LOG = LoggerFactory.getLogger(IndexProvince.class);

    private final IndexRebuild rebuild;

    IndexProvince(IndexRebuild rebuild) {
        this.rebuild = rebuild;
    }

    @Override
    public int order() {
        return 500;
    }

    @Override
    public String name() {
        return "index";
    }

    @Override
    public Mono<Void> load(DemoPlan plan, Progress progress) {
        return rebuild.all((done, total) -> progress.report("documents", done, total))
                .onErrorResume(
                        IndexProvince::isAway,
                        away -> Mono.fromRunnable(() ->
                                LOG.warn("Elasticsearch does not answer: the province will be indexed when it does")));
    }

    private static boolean isAway(Throwable failure) {
        return failure instanceof ProblemException problem && problem.problem().kind() == Problem.Kind.UNAVAILABLE;
    }
}
