package org.goufu.purchase.domain;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The media on which a notice above the purchase limit must appear first (财政部令第101号 第8条, domain.md 1.6). */
public record PublicationMedia(List<Medium> media) {
    public PublicationMedia {
        media = List.copyOf(media);
    }

    /** @param hosts under which its notices stand */
    public record Medium(String name, List<String> hosts) {
        public Medium {
            hosts = List.copyOf(hosts);
        }

        boolean isHomeOf(String url) {
            var host = URI.create(url).getHost();
            return hosts.stream().anyMatch(own -> host.equals(own) || host.endsWith("." + own));
        }
    }

    Optional<Medium> named(@Nullable String name) {
        return media.stream().filter(medium -> medium.name().equals(name)).findFirst();
    }

    /** As a refusal lists them. */
    String names() {
        return String.join("、", media.stream().map(Medium::name).toList());
    }
}
