package org.goufu.evaluation.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.goufu.evaluation.domain.Sheet;
import org.goufu.evaluation.domain.Sheet.Score;
import org.junit.jupiter.api.Test;

class WrittenSheetTests {
    private static Score score(UUID bid, int item) {
        return new Score(bid, item, 2_000, "方案可行");
    }

    /** Whoever knows the words about its own bid must not see that another was told the same. */
    @Test
    void theSameWordsAreNotSeenToBeTheSame() {
        var one = UUID.randomUUID();
        var other = UUID.randomUUID();
        var scores = List.of(score(one, 1), score(one, 2), score(other, 1), score(other, 2));
        var sheet = new Sheet(UUID.randomUUID(), UUID.randomUUID(), 3, 1, true, null, scores, 1);
        assertThat(WrittenSheet.of(sheet).scores().stream().map(WrittenSheet.Line::reason))
                .hasSize(4)
                .doesNotHaveDuplicates();
    }
}
