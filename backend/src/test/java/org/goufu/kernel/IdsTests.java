package org.goufu.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTests {
    @Test
    void sortInTheOrderInWhichTheyWereMadeAlsoWithinAMillisecond() {
        var made = Stream.generate(Ids::next).limit(20_000).toList();
        assertThat(made).isSorted().doesNotHaveDuplicates();
        assertThat(made).allMatch(id -> id.version() == 7 && id.variant() == 2);
    }

    @Test
    void areNeverMadeTwiceByThreadsAtOnce() {
        var made =
                IntStream.range(0, 20_000).parallel().mapToObj(i -> Ids.next()).toList();
        assertThat(made).doesNotHaveDuplicates();
    }

    @Test
    void bearTheGivenMoment() {
        var moment = 1_700_000_000_000L;
        var one = Ids.at(moment);
        assertThat(one.getMostSignificantBits() >>> 16).isEqualTo(moment);
        assertThat(one).isNotEqualTo(Ids.at(moment));
        assertThat(Ids.at(moment + 1)).isGreaterThan(one);
        assertThat(UUID.fromString(one.toString())).isEqualTo(one);
    }
}
