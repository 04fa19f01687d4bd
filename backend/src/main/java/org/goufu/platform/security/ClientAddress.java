package org.goufu.platform.security;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/** Where a request came from, and over what, as far as the proxies in front may be believed. */
@Component
public class ClientAddress {
    private static final int NETWORK_BYTES = 8;

    private final int trustedHops;

    ClientAddress(SecurityProperties properties) {
        this.trustedHops = properties.trustedHops();
    }

    /**
     * What limits are counted by: an IPv4 address, or the /64 network of an IPv6 one, for a household owns all of it.
     *
     * <p>Each trusted proxy appends the address that it saw, so with n of them the n-th entry from the end is the caller's; what
     * stands before it was written by the caller and means nothing.
     */
    public String of(ServerHttpRequest request) {
        var forwarded = entries(request, "X-Forwarded-For");
        if (trustedHops > 0 && forwarded.size() >= trustedHops) {
            return network(forwarded.get(forwarded.size() - trustedHops));
        }
        var remote = request.getRemoteAddress();
        return remote == null || remote.getAddress() == null ? "unknown" : network(remote.getAddress());
    }

    /** Whether the caller sits on this very machine; never true behind a proxy. */
    boolean isLoopback(ServerHttpRequest request) {
        var remote = request.getRemoteAddress();
        return trustedHops == 0
                && remote != null
                && remote.getAddress() != null
                && remote.getAddress().isLoopbackAddress();
    }

    boolean isSecure(ServerHttpRequest request) {
        return "https".equals(scheme(request));
    }

    /** Scheme, host and port as the browser sees them, for example {@code https://goufu.example}. */
    String origin(ServerHttpRequest request) {
        var host = forwarded(request, "X-Forwarded-Host");
        var seen = host != null ? host : String.valueOf(request.getHeaders().getFirst("Host"));
        return scheme(request) + "://" + seen;
    }

    private String scheme(ServerHttpRequest request) {
        var proto = forwarded(request, "X-Forwarded-Proto");
        return proto != null ? proto : request.getSslInfo() != null ? "https" : "http";
    }

    private @Nullable String forwarded(ServerHttpRequest request, String header) {
        var entries = entries(request, header);
        return trustedHops > 0 && !entries.isEmpty() ? entries.getLast() : null;
    }

    private static List<String> entries(ServerHttpRequest request, String header) {
        return request.getHeaders().getValuesAsList(header);
    }

    /** As a proxy writes it, some with the port; what is no address stays as it is. */
    private static String network(String forwarded) {
        try {
            return network(InetAddress.ofLiteral(withoutPort(forwarded)));
        } catch (IllegalArgumentException other) {
            return forwarded;
        }
    }

    private static String withoutPort(String forwarded) {
        if (forwarded.startsWith("[")) {
            int end = forwarded.indexOf(']');
            return end < 0 ? forwarded : forwarded.substring(1, end);
        }
        int colon = forwarded.indexOf(':');
        return colon > 0 && colon == forwarded.lastIndexOf(':') ? forwarded.substring(0, colon) : forwarded;
    }

    private static String network(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address.getHostAddress();
        }
        var bytes = address.getAddress();
        var text = new StringBuilder();
        for (int i = 0; i < NETWORK_BYTES; i += 2) {
            text.append(Integer.toHexString((bytes[i] & 0xff) << 8 | bytes[i + 1] & 0xff))
                    .append(':');
        }
        return text.append(":/64").toString();
    }
}
