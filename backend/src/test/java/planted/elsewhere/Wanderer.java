package planted.elsewhere;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import org.springframework.r2dbc.core.DatabaseClient;

/** Speaks to both stores from a room that may speak to none: planted. */
public class Wanderer {
    private final ElasticsearchClient elasticsearch;
    private final DatabaseClient database;

    public Wanderer(ElasticsearchClient elasticsearch, DatabaseClient database) {
        this.elasticsearch = elasticsearch;
        this.database = database;
    }

    public String both() {
        return elasticsearch.toString() + database;
    }
}
