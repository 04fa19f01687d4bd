package org.goufu.reference.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.goufu.reference.ReferenceVersion;
import org.goufu.reference.Regions;
import org.goufu.reference.ServiceCategories;
import org.goufu.reference.domain.CategoryTree;
import org.goufu.reference.domain.RegionTree;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the trees into memory once at start-up, after the migrations and over their connection: they change with a release. */
@Configuration(proxyBeanMethods = false)
@DependsOnDatabaseInitialization
class ReferenceSnapshots {
    private static final String REGIONS = "select code, parent, level, name from reference.region";
    private static final String CATEGORIES =
            "select code, parent, level, name, mark, verified from reference.service_category";
    private static final String VERSION = "select string_agg(digest, '-' order by name) from reference.import";

    private final JdbcClient database;

    ReferenceSnapshots(Flyway flyway) {
        this.database = JdbcClient.create(flyway.getConfiguration().getDataSource());
    }

    @Bean
    @DependsOnDatabaseInitialization
    Regions regions() {
        return RegionTree.of(
                database.sql(REGIONS).query(ReferenceSnapshots::region).list());
    }

    @Bean
    @DependsOnDatabaseInitialization
    ServiceCategories serviceCategories() {
        return CategoryTree.of(
                database.sql(CATEGORIES).query(ReferenceSnapshots::category).list());
    }

    @Bean
    @DependsOnDatabaseInitialization
    ReferenceVersion referenceVersion() {
        return new ReferenceVersion(database.sql(VERSION).query(String.class).single());
    }

    private static RegionTree.Node region(ResultSet row, int number) throws SQLException {
        return new RegionTree.Node(
                row.getString("code"), row.getString("parent"), row.getInt("level"), row.getString("name"));
    }

    private static CategoryTree.Node category(ResultSet row, int number) throws SQLException {
        return new CategoryTree.Node(
                row.getString("code"),
                row.getString("parent"),
                row.getInt("level"),
                row.getString("name"),
                row.getString("mark"),
                row.getBoolean("verified"));
    }
}
