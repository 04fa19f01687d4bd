package org.goufu.bidding;

import java.util.random.RandomGenerator;
import org.goufu.kernel.Actor;
import reactor.core.publisher.Mono;

/** Makes keys for people who only practise; absent outside demo and training installations. */
public interface TrainingKeys {
    /**
     * A key of this person that is enrolled and rehearsed at once, in the caller's transaction; the answer is the file that the passphrase
     * opens.
     *
     * @param approver the second person, by name
     */
    Mono<byte[]> enrol(Actor owner, String approver, String passphrase, RandomGenerator random);
}
