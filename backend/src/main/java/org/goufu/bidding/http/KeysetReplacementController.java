package org.goufu.bidding.http;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goufu.bidding.domain.HolderGroup;
import org.goufu.bidding.usecase.ReplaceKeyset;
import org.goufu.bidding.usecase.ReplaceKeyset.Gone;
import org.goufu.bidding.usecase.ReplaceKeyset.Standing;
import org.goufu.kernel.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Whether the holders of a lot should be replaced, for the department that buys, and their replacement. */
@RestController
@RequestMapping("/api/lots/{id}/keyset/replacement")
class KeysetReplacementController {
    private final ReplaceKeyset replace;

    KeysetReplacementController(ReplaceKeyset replace) {
        this.replace = replace;
    }

    /** Why a key holds no more. */
    enum GoneBy {
        REVOCATION,
        /** Its owner has put a newer one into use. */
        NEWER_KEY
    }

    /** @param owner empty for the platform's own */
    record GoneKey(String kid, HolderGroup group, String owner, GoneBy by) {
        static GoneKey of(Gone gone) {
            var key = gone.key();
            return new GoneKey(
                    gone.kid(),
                    key == null ? HolderGroup.PLATFORM : key.group(),
                    key == null ? "" : key.owner(),
                    gone.isRevoked() ? GoneBy.REVOCATION : GoneBy.NEWER_KEY);
        }
    }

    /**
     * How the holders of a lot stand.
     *
     * @param keyset digest of the document to which bids are sealed now, SHA-256 in hexadecimal digits
     * @param open whether bids can still be given; later nobody is replaced
     * @param gone keys of the document that hold no more; empty while nothing is to be done
     * @param missing how many people still need a key before the holders can be replaced
     * @param replacedAt when they were replaced the last time
     */
    record HoldersView(
            UUID lotId,
            String keyset,
            boolean open,
            List<GoneKey> gone,
            long missing,
            @Nullable Instant replacedAt,
            @Nullable String replacedBy) {
        static HoldersView of(UUID lot, Standing standing) {
            var last = standing.last();
            return new HoldersView(
                    lot,
                    standing.keyset(),
                    standing.open(),
                    standing.gone().stream().map(GoneKey::of).toList(),
                    standing.missing(),
                    last == null ? null : last.at(),
                    last == null ? null : last.by());
        }
    }

    @GetMapping
    @Operation(summary = "Whether all keys to which a lot's bids are sealed still hold")
    Mono<HoldersView> show(Actor actor, @PathVariable UUID id) {
        return replace.look(actor, id).map(standing -> HoldersView.of(id, standing));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary =
                    "Replaces the holders: later bids are sealed to the new ones, and who has bid is asked to seal anew")
    Mono<HoldersView> replace(Actor actor, @PathVariable UUID id) {
        return replace.by(actor, id).then(Mono.defer(() -> show(actor, id)));
    }
}
