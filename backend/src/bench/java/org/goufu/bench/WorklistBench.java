package org.goufu.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.goufu.TestHouse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

/**
 * How long each list of what waits for a registrar takes over HTTP, for a street and for everything above it: the first page with the
 * counts of all four lists, and the page that lies furthest back among the first hundred.
 */
@GoufuBench
class WorklistBench {
    private static final int WARM_UP = 20;
    private static final int ASKED = 100;
    private static final int PAGES = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> LISTS = List.of("REVIEW", "EXPIRING", "CONFLICTS", "UNFEDERATED");
    private static final String EMPLOY = """
            insert into account.account (id, username, display_name, roles, region_code, password_hash)
            select gen_random_uuid(), :username, '量度的登记人员', roles, :region, password_hash
              from account.account
             where username = 'registrar'
                on conflict do nothing
            """;

    @Autowired
    private TestHouse house;

    @Autowired
    private DatabaseClient database;

    /** The showcase street, its county and city, and the province. */
    private enum Office {
        STREET("510114008"),
        COUNTY("510114"),
        CITY("5101"),
        PROVINCE("51");

        private final String region;

        Office(String region) {
            this.region = region;
        }

        private String account() {
            return "worklist-bench-" + region;
        }
    }

    @BeforeEach
    void everyOfficeHasARegistrar() {
        for (var office : Office.values()) {
            database.sql(EMPLOY)
                    .bind("username", office.account())
                    .bind("region", office.region)
                    .then()
                    .block(PATIENCE);
        }
    }

    @Test
    void worklist() {
        for (var office : Office.values()) {
            for (var list : LISTS) {
                var first = page(office, list, "");
                Figures.report(
                        "worklist",
                        "%s %s, %d waiting: first page %s; page %s"
                                .formatted(
                                        office,
                                        list,
                                        first.path("total").asLong(),
                                        measure(office, list, ""),
                                        far(office, list)));
            }
        }
    }

    private String far(Office office, String list) {
        var after = "";
        int number = 1;
        for (; number < PAGES; number++) {
            var next = page(office, list, after).path("next").asString("");
            if (next.isEmpty()) break;
            after = next;
        }
        return number + " " + measure(office, list, after);
    }

    private Figures measure(Office office, String list, String after) {
        IntStream.range(0, WARM_UP).forEach(round -> page(office, list, after));
        var figures = new Figures(ASKED);
        for (int i = 0; i < ASKED; i++) {
            long begin = System.nanoTime();
            page(office, list, after);
            figures.add(System.nanoTime() - begin);
        }
        return figures;
    }

    private JsonNode page(Office office, String list, String after) {
        var page = house.get(
                office.account(), "/api/registry/worklist?size=100&list={list}&after={after}", list, after);
        assertThat(page.path("counts").path("unfederated").isNumber()).isTrue();
        return page;
    }
}
