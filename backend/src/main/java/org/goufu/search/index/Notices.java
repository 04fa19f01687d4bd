package org.goufu.search.index;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.goufu.purchase.PublishedNotice;
import org.goufu.purchase.PurchaseDirectory;
import org.goufu.reference.Regions;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Brings notices into the index as they are now. */
@Component
class Notices {
    private final PurchaseDirectory directory;
    private final Regions regions;
    private final Indices indices;
    private final Elastic elastic;

    Notices(PurchaseDirectory directory, Regions regions, Indices indices, Elastic elastic) {
        this.directory = directory;
        this.regions = regions;
        this.indices = indices;
        this.elastic = elastic;
    }

    /** Completes when searches find them. */
    Mono<Void> index(Collection<UUID> ids) {
        return indices.targets(SearchIndex.NOTICES)
                .zipWhen(targets -> directory.notices(ids).collectList())
                .flatMap(both -> bulk(both.getT1(), both.getT2()).send(elastic, true));
    }

    /** Removes those that are in the index but not in the database. */
    Mono<Void> removeUnknown(Collection<UUID> ids) {
        return indices.targets(SearchIndex.NOTICES)
                .zipWith(directory.notices(ids).map(PublishedNotice::id).collectList())
                .flatMap(both -> {
                    var bulk = new Bulk();
                    ids.stream().filter(id -> !both.getT2().contains(id)).forEach(id -> bulk.remove(both.getT1(), id));
                    return bulk.send(elastic, true);
                });
    }

    Bulk bulk(List<String> targets, List<PublishedNotice> notices) {
        var bulk = new Bulk();
        for (var notice : notices) {
            bulk.add(targets, notice.id(), notice.version(), NoticeDocument.of(notice, regions));
        }
        return bulk;
    }
}
