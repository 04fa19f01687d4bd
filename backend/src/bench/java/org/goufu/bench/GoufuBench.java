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
            "goufu.embedded.es-heap=1g"
        })
@AutoConfigureWebTestClient(timeout = "60s")
@Import({TestHouse.class, OpeningScene.class})
public @interface GoufuBench {}
