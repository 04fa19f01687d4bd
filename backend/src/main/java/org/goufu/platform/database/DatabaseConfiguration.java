package org.goufu.platform.database;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;

/** Builds the pool by hand, for the guards that the ready-made one lacks. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);

    /** Unpooled connections; the listener for wake-ups keeps one of its own. */
    @Bean
    PostgresqlConnectionFactory unpooled(
            R2dbcProperties properties, @Value("${goufu.database.statement-timeout:10s}") Duration statementTimeout) {
        var url = ConnectionFactoryOptions.parse(properties.getUrl());
        var builder = PostgresqlConnectionConfiguration.builder()
                .host((String) url.getRequiredValue(ConnectionFactoryOptions.HOST))
                .database((String) url.getRequiredValue(ConnectionFactoryOptions.DATABASE))
                .username(properties.getUsername())
                .password(properties.getPassword())
                .connectTimeout(CONNECT_WITHIN)
                .tcpKeepAlive(true)
                .tcpNoDelay(true)
                .applicationName("goufu")
                .preparedStatementCacheQueries(256)
                .codecRegistrar(new BinaryParameters())
                .options(Map.of(
                        "statement_timeout", String.valueOf(statementTimeout.toMillis()),
                        "lock_timeout", "5000",
                        "idle_in_transaction_session_timeout", "20000",
                        "jit", "off"));
        if (url.hasOption(ConnectionFactoryOptions.PORT)) {
            builder.port((Integer) url.getRequiredValue(ConnectionFactoryOptions.PORT));
        }
        return new PostgresqlConnectionFactory(builder.build());
    }

    /**
     * After allocation the pool rolls back whatever a lost transaction may have left open (spring-framework issue 36344), so that no
     * request ever works inside somebody else's transaction.
     */
    @Bean(destroyMethod = "dispose")
    ConnectionPool connectionFactory(PostgresqlConnectionFactory unpooled, DatabaseProperties properties) {
        return new ConnectionPool(ConnectionPoolConfiguration.builder(unpooled)
                .initialSize(2)
                .maxSize(properties.poolSize())
                .maxAcquireTime(properties.acquireWithin())
                .maxValidationTime(Duration.ofMillis(500))
                .maxCreateConnectionTime(CONNECT_WITHIN)
                .maxLifeTime(Duration.ofMinutes(30))
                .maxIdleTime(Duration.ofMinutes(10))
                .acquireRetry(0)
                .postAllocate(Connection::rollbackTransaction)
                .build());
    }

    @Bean
    DatabaseClient databaseClient(ConnectionPool pool) {
        return DatabaseClient.create((ConnectionFactory) pool);
    }

    @Bean
    ReactiveTransactionManager transactionManager(ConnectionPool pool) {
        return new R2dbcTransactionManager((ConnectionFactory) pool);
    }
}
