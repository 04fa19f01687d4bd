package org.goufu.ledger.usecase;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.goufu.ledger.BundlePart;
import org.goufu.ledger.BundlePart.BundleFile;
import org.goufu.ledger.LedgerProblem;
import org.goufu.ledger.domain.Bundle;
import org.goufu.ledger.domain.BundledHeads;
import org.goufu.ledger.domain.Hash;
import org.goufu.ledger.domain.Node;
import org.goufu.ledger.domain.Path;
import org.goufu.ledger.domain.Receipt;
import org.goufu.ledger.usecase.Log.Revealed;
import org.goufu.ledger.usecase.Log.Signed;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Puts together what a stranger needs to verify a purchase as far as it has come (backend/docs/bundle.md). */
@Component
public class MakeBundle {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Log log;
    private final SignCheckpoint checkpoints;
    private final ObjectProvider<BundlePart> parts;

    MakeBundle(Log log, SignCheckpoint checkpoints, ObjectProvider<BundlePart> parts) {
        this.log = log;
        this.checkpoints = checkpoints;
        this.parts = parts;
    }

    /** Its files in order; fails with {@code ledger/bundle-not-found} before the first of them when nothing was published. */
    public Mono<Flux<BundleFile>> of(UUID purchase) {
        return log.ofPurchase(purchase)
                .concatWith(ofNobody(purchase))
                .sort(Comparator.comparingLong(Revealed::index))
                .collectList()
                .filter(acts -> !acts.isEmpty())
                .switchIfEmpty(Mono.error(LedgerProblem.BUNDLE_NOT_FOUND::raise))
                .flatMap(acts ->
                        checkpoints.covering(acts.getLast().index() + 1).map(head -> files(purchase, acts, head)));
    }

    private Flux<Revealed> ofNobody(UUID purchase) {
        return Flux.fromStream(parts::orderedStream)
                .concatMap(part -> part.subjects(purchase))
                .collectList()
                .flatMapMany(log::ofNobody);
    }

    private Flux<BundleFile> files(UUID purchase, List<Revealed> acts, Signed head) {
        var fixed = Flux.just(
                text(Bundle.HEADER, Bundle.header(purchase)),
                text(Bundle.KEY, checkpoints.verifierText() + "\n"),
                text(Bundle.CHECKPOINT, head.note()));
        var ofModules = Flux.fromStream(parts::orderedStream)
                .concatMap(part -> part.files(purchase))
                .concatMap(file -> proven(file, head));
        var named = named(acts);
        return Flux.concat(fixed, receipts(acts, head), ofModules.filterWhen(file -> belongs(file, purchase, named)));
    }

    /** With a head from before comes the proof that the bundle's own begins with it. */
    private Flux<BundleFile> proven(BundleFile file, Signed head) {
        var of = BundledHeads.sizeAt(file.path()).filter(size -> size <= head.size());
        if (of.isEmpty()) return Flux.just(file);
        var path = Path.consistency(of.get(), head.size());
        var nodes = new LinkedHashSet<Node>();
        path.forEach(part -> nodes.addAll(part.nodes()));
        return log.hashes(nodes)
                .map(hashes -> path.stream()
                        .map(part -> part.hash(hashes::get).base64() + "\n")
                        .collect(Collectors.joining()))
                .flatMapMany(proof -> Flux.just(file, text(BundledHeads.proof(of.get()), proof)));
    }

    private static Set<String> named(List<Revealed> acts) {
        return acts.stream()
                .flatMap(act -> ID.matcher(new String(act.body(), StandardCharsets.UTF_8))
                        .results())
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    /** What came while the acts were read belongs to the next bundle; what was never entered stays, for verifiers to name it. */
    private Mono<Boolean> belongs(BundleFile file, UUID purchase, Set<String> named) {
        return isNamed(file, named)
                ? Mono.just(true)
                : log.ofPurchase(purchase).collectList().map(now -> !isNamed(file, named(now)));
    }

    private static boolean isNamed(BundleFile file, Set<String> named) {
        return ID.matcher(file.path()).results().map(MatchResult::group).allMatch(named::contains);
    }

    private Flux<BundleFile> receipts(List<Revealed> acts, Signed head) {
        var nodes = new LinkedHashSet<Node>();
        acts.forEach(act -> Path.inclusion(act.index(), head.size()).forEach(part -> nodes.addAll(part.nodes())));
        return log.hashes(nodes)
                .flatMapIterable(hashes ->
                        acts.stream().map(act -> receipt(act, head, hashes)).toList());
    }

    private static BundleFile receipt(Revealed act, Signed head, Map<Node, Hash> hashes) {
        var path = Path.inclusion(act.index(), head.size()).stream()
                .map(part -> part.hash(hashes::get))
                .toList();
        var receipt = new Receipt(act.index(), act.salt(), act.body(), path, head.note());
        return text(Bundle.entry(act.index()), receipt.text());
    }

    private static BundleFile text(String path, String text) {
        return new BundleFile(path, text.getBytes(StandardCharsets.UTF_8));
    }
}
