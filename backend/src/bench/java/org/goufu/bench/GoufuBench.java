package org.goufu.bench;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.goufu.TestHouse;
import org.goufu.bidding.OpeningScene;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.context.annotation.Import;

/** A measurement on the whole running platform with the demo province of the scale that {@code bench.scale} names. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "server.port=0",
            "goufu.demo.enabled=true",
            "goufu.limits.enabled=false",
            "goufu.test.cables=false",
            "goufu.embedded.es-heap=1g",
            // As of a server that is there for more than a demo: the pages of a rush lie in memory, and no upkeep comes amid it. What
            // -Drush.sync=1300 adds to every synchronous write, in microseconds, stands for a slower disk or a synchronous standby.
            "goufu.embedded.pg-options=shared_buffers=1GB,max_wal_size=8GB,checkpoint_timeout=30min,autovacuum_naptime=1h,"
                    + "commit_siblings=0,commit_delay=${rush.sync:0}"
        })
@AutoConfigureWebTestClient(timeout = "60s")
@Import({TestHouse.class, OpeningScene.class})
public @interface GoufuBench {}
