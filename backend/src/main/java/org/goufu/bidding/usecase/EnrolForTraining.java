package org.goufu.bidding.usecase;

import java.util.List;
import java.util.random.RandomGenerator;
import org.goufu.bidding.TrainingKeys;
import org.goufu.bidding.domain.Challenge;
import org.goufu.bidding.domain.HolderKey;
import org.goufu.bidding.domain.seal.KeyPair;
import org.goufu.bidding.domain.seal.PassphraseFile;
import org.goufu.kernel.Actor;
import org.goufu.ledger.Ledger;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Enrols people who practise, with keys that the program makes: elsewhere no secret half ever is on the server. */
@Component
@ConditionalOnBooleanProperty("goufu.demo.enabled")
class EnrolForTraining implements TrainingKeys {
    private final HolderKeys keys;
    private final Ledger ledger;

    EnrolForTraining(HolderKeys keys, Ledger ledger) {
        this.keys = keys;
        this.ledger = ledger;
    }

    @Override
    public Mono<byte[]> enrol(Actor owner, String approver, String passphrase, RandomGenerator random) {
        var pair = KeyPair.made(random);
        var key = HolderKey.proposed(owner, pair.publicKey()).proven().approvedBy(approver);
        var dummy = Challenge.to(key, random);
        return keys.add(key)
                .then(keys.add(dummy))
                .then(keys.answered(dummy))
                .then(ledger.enter(List.of(EnteredKey.enrolled(key))))
                .then(Mono.fromCallable(() ->
                                PassphraseFile.of(pair, passphrase, random).write())
                        .subscribeOn(Schedulers.boundedElastic()));
    }
}
