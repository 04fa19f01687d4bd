package org.goufu.bidding.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.CannotCreateTransactionException;

/** What stays with one bid, and what is tried again for all. */
class OpenEnvelopesTests {

    static Stream<Throwable> ofOneBid() {
        return Stream.of(
                new NullPointerException(),
                new IllegalStateException("nothing is kept of it"),
                new DataIntegrityViolationException("a value"),
                new InvalidDataAccessResourceUsageException("invalid byte sequence"));
    }

    static Stream<Throwable> thatPass() {
        return Stream.of(
                new DataAccessResourceFailureException("no connection"),
                new CannotAcquireLockException("held"),
                new QueryTimeoutException("slow"),
                new CannotCreateTransactionException("no connection"),
                new RejectedExecutionException("it shuts down"),
                new TimeoutException(),
                new IOException(),
                new OutOfMemoryError());
    }

    @ParameterizedTest
    @MethodSource("ofOneBid")
    void whatIsOfOneBidStaysWithIt(Throwable failure) {
        assertThat(OpenEnvelopes.isItsOwn(failure)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("thatPass")
    void anOutageIsHeldAgainstNoBid(Throwable failure) {
        assertThat(OpenEnvelopes.isItsOwn(failure)).isFalse();
    }
}
