package org.goufu;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.goufu.bidding.OpeningDesk;
import org.goufu.bidding.OpeningScene;
import org.goufu.evaluation.EvaluationScene;
import org.goufu.matching.ShowcaseLots;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.context.annotation.Import;

/** A test against the whole running platform with real servers and the tiny demo province; all such tests share one start. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "server.port=0",
            "goufu.embedded.fresh=true",
            "goufu.demo.enabled=true",
            "goufu.demo.scale=tiny",
            "goufu.limits.enabled=false",
            // One county far from the showcase.
            "goufu.bidding.designations[0].region=" + GoufuIT.DESIGNATED,
            "goufu.bidding.designations[0].document=" + GoufuIT.DOCUMENT,
            // A busy machine is no dead Elasticsearch.
            "goufu.search.search-within=10s",
            "goufu.search.bulk-within=20s"
        })
@AutoConfigureWebTestClient(timeout = "30s")
@Import({TestHouse.class, ShowcaseLots.class, OpeningScene.class, OpeningDesk.class, EvaluationScene.class})
public @interface GoufuIT {
    /** A county whose finance department has designated the platform for bids above the purchase limit. */
    String DESIGNATED = "513437";

    /** The document that says so. */
    String DOCUMENT = "雷财采〔2026〕1号";
}
