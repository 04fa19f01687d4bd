package org.goufu.search.index;

import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchProperties;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/**
 * Makes the connections to the cluster as {@code spring.elasticsearch.*} describes them.
 *
 * <p>They live on the event loops that serve the readers: a question goes out and its answer is read on the thread that will write it
 * to the reader. A client with threads of its own hands each answer over twice, which takes longer than all that we do with it.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ElasticsearchProperties.class)
class Wire {
    /** As many as calls may be under way: otherwise calls would queue here, unseen. */
    private static final int CONNECTIONS =
            Arrays.stream(Elastic.Lane.values()).mapToInt(Elastic.Lane::calls).sum();

    @Bean
    Nodes nodes(ElasticsearchProperties properties, SslBundles bundles, ReactorResourceFactory resources) {
        var connections = ConnectionProvider.builder("elasticsearch")
                .maxConnections(CONNECTIONS)
                .lifo()
                .build();
        var client = HttpClient.create(connections)
                .runOn(resources.getLoopResources())
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                        properties.getConnectionTimeout().toMillis())
                .responseTimeout(properties.getSocketTimeout());
        return Nodes.of(
                secured(introduced(client, properties), properties, bundles),
                properties.getUris(),
                properties.getPathPrefix());
    }

    /** By key, or by name and password. */
    private static HttpClient introduced(HttpClient client, ElasticsearchProperties properties) {
        var credentials = properties.getApiKey() == null ? basic(properties) : "ApiKey " + properties.getApiKey();
        return credentials == null
                ? client
                : client.headers(headers -> headers.set(HttpHeaderNames.AUTHORIZATION, credentials));
    }

    private static @Nullable String basic(ElasticsearchProperties properties) {
        if (properties.getUsername() == null) return null;
        var pair = properties.getUsername() + ":" + properties.getPassword();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static HttpClient secured(HttpClient client, ElasticsearchProperties properties, SslBundles bundles) {
        var bundle = properties.getRestclient().getSsl().getBundle();
        if (bundle == null) return client;
        var context = context(bundles.getBundle(bundle));
        return client.secure(secure -> secure.sslContext(context));
    }

    private static SslContext context(SslBundle bundle) {
        try {
            return SslContextBuilder.forClient()
                    .keyManager(bundle.getManagers().getKeyManagerFactory())
                    .trustManager(bundle.getManagers().getTrustManagerFactory())
                    .build();
        } catch (SSLException unusable) {
            throw new IllegalStateException(unusable);
        }
    }
}
