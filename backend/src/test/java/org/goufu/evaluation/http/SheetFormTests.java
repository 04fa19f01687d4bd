package org.goufu.evaluation.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Objects;
import java.util.UUID;
import org.goufu.evaluation.http.ScoreController.ScoreForm;
import org.goufu.evaluation.http.ScoreController.SheetForm;
import org.goufu.platform.http.LargeForm;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SheetFormTests {
    @Test
    void theSheetOfFiveHundredBidsIsTaken() {
        var scores = new ArrayList<ScoreForm>();
        for (int bid = 0; bid < 500; bid++) {
            for (int item = 0; item < 8; item++)
                scores.add(new ScoreForm(UUID.randomUUID(), item, 1_000, "方案可行。".repeat(16)));
        }
        var most = Objects.requireNonNull(SheetForm.class.getAnnotation(LargeForm.class));
        assertThat(JsonMapper.shared().writeValueAsString(new SheetForm(scores)).getBytes(UTF_8).length)
                .isLessThan(most.bytes());
    }
}
