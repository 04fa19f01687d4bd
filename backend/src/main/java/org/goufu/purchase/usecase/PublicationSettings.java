package org.goufu.purchase.usecase;

import java.util.List;
import org.goufu.purchase.domain.PublicationMedia;
import org.goufu.purchase.domain.PublicationMedia.Medium;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where notices above the purchase limit must appear first.
 *
 * @param media those that finance of the province or above has named
 */
@ConfigurationProperties("goufu.publication")
public record PublicationSettings(List<Medium> media) {
    public PublicationSettings {
        media = List.copyOf(media);
    }

    PublicationMedia publicationMedia() {
        return new PublicationMedia(media);
    }
}
