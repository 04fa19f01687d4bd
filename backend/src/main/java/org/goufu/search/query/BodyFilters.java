package org.goufu.search.query;

import static org.goufu.search.query.NoticeFilters.anyOf;
import static org.goufu.search.query.NoticeFilters.names;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.QueryBuilders;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The narrowing parts of a question about bodies as queries. */
final class BodyFilters {
    private static final Query MEMBER = QueryBuilders.exists(exists -> exists.field("federations"));
    private static final Query NO_MEMBER = QueryBuilders.bool(bool -> bool.mustNot(MEMBER));

    private BodyFilters() {}

    /** Those that a facet stands for. */
    static Map<BodyFacet, Query> ofFacets(OrganizationQuestion ask) {
        var filters = new EnumMap<BodyFacet, Query>(BodyFacet.class);
        put(filters, BodyFacet.REGION, "regionPath", ask.regions());
        put(filters, BodyFacet.CATEGORY, "categoryPath", ask.categories());
        put(filters, BodyFacet.KIND, "kind", names(ask.kinds()));
        put(filters, BodyFacet.LEGAL_FORM, "legalForm", names(ask.legalForms()));
        put(filters, BodyFacet.STATUS, "status", names(ask.statuses()));
        if (ask.legalPerson() != null) filters.put(BodyFacet.LEGAL_PERSON, legalPerson(ask.legalPerson()));
        if (ask.minGrade() > 0) filters.put(BodyFacet.MIN_GRADE, atLeast(ask.minGrade()));
        if (ask.federated() != null) filters.put(BodyFacet.FEDERATED, federated(ask.federated()));
        return filters;
    }

    private static void put(Map<BodyFacet, Query> filters, BodyFacet name, String field, List<String> values) {
        if (!values.isEmpty()) filters.put(name, anyOf(field, values));
    }

    static Query legalPerson(boolean value) {
        return QueryBuilders.term(term -> term.field("legalPerson").value(value));
    }

    static Query atLeast(int grade) {
        return QueryBuilders.range(
                range -> range.number(level -> level.field("gradeLevel").gte((double) grade)));
    }

    static Query federated(boolean value) {
        return value ? MEMBER : NO_MEMBER;
    }
}
