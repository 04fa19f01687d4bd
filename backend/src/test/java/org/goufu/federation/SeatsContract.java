package org.goufu.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.federation.FederationFixtures.registrar;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.goufu.federation.domain.Seat;
import org.goufu.federation.usecase.Seats;
import org.goufu.kernel.Ids;
import org.goufu.kernel.RegionCode;
import org.goufu.organization.FederationRecognition.Ending;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What every store of federations promises. */
public abstract class SeatsContract {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    protected abstract Seats seats();

    /** Streets that exist nowhere, so that no other test meets them. */
    public static RegionCode street() {
        return new RegionCode("98" + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999));
    }

    private static Seat seat(RegionCode street) {
        return new Seat(Ids.next(), street, true);
    }

    @Test
    void givesBackWhatWasAdded() {
        var seat = seats().add(seat(street())).block(LIMIT);
        assertThat(seats().get(seat.federationId()).block(LIMIT)).isEqualTo(seat);
    }

    @Test
    void knowsNoOther() {
        StepVerifier.create(seats().get(Ids.next())).verifyErrorMessage("federation/not-found");
    }

    @Test
    void oneOfTwoThatWantAStreetAtOnceGetsIt() {
        var street = street();
        var outcomes = Flux.just(seat(street), seat(street))
                .flatMap(each -> seats().add(each)
                        .map(added -> "added")
                        .onErrorResume(failure -> Mono.just(failure.getMessage())))
                .collectList()
                .block(LIMIT);
        assertThat(outcomes).containsExactlyInAnyOrder("added", "federation/street-has-one");
    }

    @Test
    void aStreetWhoseFederationClosedMayHaveAnotherOrTheSameAgain() {
        var street = street();
        var first = seats().add(seat(street)).block(LIMIT);
        seats().close(first.closed(), registrar("510107"), Ending.STANDS_DOWN, "街道合并")
                .block(LIMIT);
        assertThat(seats().get(first.federationId()).block(LIMIT).open()).isFalse();
        StepVerifier.create(seats().close(first.closed(), registrar("510107"), Ending.REVOKED, "再来一次"))
                .verifyErrorMessage("federation/changed-meanwhile");

        var second = seats().add(seat(street)).block(LIMIT);
        StepVerifier.create(seats().add(first)).verifyErrorMessage("federation/street-has-one");
        seats().close(second.closed(), registrar("510107"), Ending.STANDS_DOWN, "换回原来的")
                .block(LIMIT);
        assertThat(seats().add(first).block(LIMIT).open()).isTrue();
        assertThat(seats().lock(first.federationId()).block(LIMIT).open()).isTrue();
        assertThat(seats().hold(first.federationId()).block(LIMIT).open()).isTrue();
    }

    @Test
    void aFederationStandsForOneStreet() {
        var seat = seats().add(seat(street())).block(LIMIT);
        StepVerifier.create(seats().add(new Seat(seat.federationId(), street(), true)))
                .verifyErrorMessage("federation/street-has-one");
    }
}
