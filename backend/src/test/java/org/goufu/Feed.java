package org.goufu;

import java.util.ArrayList;
import java.util.List;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;

/** All matches of a body, page by page: tests publish more lots than one page holds. */
public final class Feed {
    private static final int MOST_PAGES = 50;

    private Feed() {}

    public static List<String> lots(WebTestClient who) {
        return items(who).stream().map(item -> item.path("lotId").asString()).toList();
    }

    public static List<JsonNode> items(WebTestClient who) {
        var items = new ArrayList<JsonNode>();
        String after = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            var uri = UriComponentsBuilder.fromPath("/api/me/matches").queryParam("size", 100);
            if (after != null) uri.queryParam("after", "{after}");
            var answer = TestHouse.json(who.get()
                    .uri(uri.build().toUriString(), after == null ? new Object[0] : new Object[] {after})
                    .exchange()
                    .expectStatus()
                    .isOk());
            answer.path("items").forEach(items::add);
            if (answer.path("next").isNull()) return items;
            after = answer.path("next").asString();
        }
        throw new AssertionError("more than " + MOST_PAGES + " pages");
    }
}
