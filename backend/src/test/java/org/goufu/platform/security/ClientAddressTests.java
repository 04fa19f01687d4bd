package org.goufu.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class ClientAddressTests {
    private static ClientAddress behind(int proxies) {
        var hour = Duration.ofHours(1);
        return new ClientAddress(new SecurityProperties(false, proxies, false, hour, hour, hour));
    }

    private static MockServerHttpRequest.BaseBuilder<?> from(String address) {
        return MockServerHttpRequest.get("http://inside/api/regions")
                .remoteAddress(new InetSocketAddress(address, 4711));
    }

    @Test
    void believesNobodyUnlessItStandsBehindAProxy() {
        var request = from("203.0.113.9")
                .header("X-Forwarded-For", "198.51.100.1")
                .header("X-Forwarded-Proto", "https")
                .build();
        assertThat(behind(0).of(request)).isEqualTo("203.0.113.9");
        assertThat(behind(0).isSecure(request)).isFalse();
    }

    @Test
    void believesOnlyWhatItsOwnProxiesWrote() {
        var request = from("10.0.0.1")
                .header("X-Forwarded-For", "1.1.1.1, 198.51.100.7", "10.0.0.2")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "goufu.example")
                .build();
        assertThat(behind(1).of(request)).isEqualTo("10.0.0.2");
        assertThat(behind(2).of(request)).isEqualTo("198.51.100.7");
        assertThat(behind(1).origin(request)).isEqualTo("https://goufu.example");
    }

    @Test
    void countsAHouseholdsNetworkAsOne() {
        assertThat(behind(0).of(from("2001:db8:1:2:3:4:5:6").build())).isEqualTo("2001:db8:1:2::/64");
        assertThat(behind(0).of(from("2001:db8:1:2::9").build())).isEqualTo("2001:db8:1:2::/64");
    }

    @Test
    void countsAHouseholdsNetworkAsOneAlsoBehindAProxy() {
        var proxied = from("10.0.0.1").header("X-Forwarded-For", "2001:db8:1:2:3:4:5:6");
        assertThat(behind(1).of(proxied.build())).isEqualTo("2001:db8:1:2::/64");
        var withPort = from("10.0.0.1").header("X-Forwarded-For", "[2001:db8:1:2::9]:4711");
        assertThat(behind(1).of(withPort.build())).isEqualTo("2001:db8:1:2::/64");
        var four = from("10.0.0.1").header("X-Forwarded-For", "198.51.100.7:4711");
        assertThat(behind(1).of(four.build())).isEqualTo("198.51.100.7");
        var none = from("10.0.0.1").header("X-Forwarded-For", "unknown");
        assertThat(behind(1).of(none.build())).isEqualTo("unknown");
    }

    @Test
    void knowsTheMachineItself() {
        assertThat(behind(0).isLoopback(from("127.0.0.1").build())).isTrue();
        assertThat(behind(1).isLoopback(from("127.0.0.1").build())).isFalse();
        assertThat(behind(0).isLoopback(from("203.0.113.9").build())).isFalse();
    }
}
