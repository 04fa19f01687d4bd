package org.goufu.federation.http;

import io.swagger.v3.oas.annotations.Operation;
import java.util.UUID;
import org.goufu.federation.usecase.KeepPapers;
import org.goufu.kernel.Actor;
import org.goufu.platform.files.Downloads;
import org.goufu.platform.files.StoredFile;
import org.goufu.platform.files.Upload;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Signed papers of mandates and hosting agreements. */
@RestController
@RequestMapping("/api/memberships/{id}/papers")
class PaperController {
    private final KeepPapers papers;
    private final Downloads downloads;

    PaperController(KeepPapers papers, Downloads downloads) {
        this.papers = papers;
        this.downloads = downloads;
    }

    /** A paper that was taken in. */
    record PaperView(UUID id, String name, long size, String sha256) {
        static PaperView of(StoredFile file) {
            return new PaperView(file.id(), file.name(), file.size(), file.sha256());
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary =
                    "Hands in a scanned paper (multipart/form-data, part \"file\"); name it in a mandate or agreement within a day")
    Mono<PaperView> handIn(Actor actor, @PathVariable UUID id, @RequestPart("file") FilePart file) {
        return papers.take(actor, id, Upload.ofPaper(file.filename(), file.content()))
                .map(PaperView::of);
    }

    @GetMapping("/{paperId}")
    @Operation(summary = "A signed paper, for those who stand on a side of the membership")
    Mono<ResponseEntity<Flux<DataBuffer>>> paper(Actor actor, @PathVariable UUID id, @PathVariable UUID paperId) {
        return papers.find(actor, id, paperId).map(downloads::of);
    }
}
