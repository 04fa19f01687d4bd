package org.goufu.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in a cursor that is not ours is refused as a parameter, and never fails. */
class PageRequestTests {
    private static final UUID ID = UUID.fromString("0199a000-0000-7000-8000-000000000001");

    private static PageRequest after(String text) {
        return PageRequest.of(20, PageRequest.cursor(text));
    }

    @Test
    void aCursorComesBackAsItWas() {
        assertThat(PageRequest.of(20, PageRequest.cursor(ID, "成都\n市")).afterKeyed())
                .isEqualTo(new PageRequest.Keyed(ID, "成都\n市"));
        assertThat(after(ID.toString()).afterId()).isEqualTo(ID);
        assertThat(PageRequest.of(20, null).afterKeyed()).isNull();
        assertThat(PageRequest.of(20, "").afterId()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "------------------------------------", "0199a000-0000-7000-8000-00000000000x名"})
    void anotherOneIsRefused(String text) {
        assertThatThrownBy(() -> after(text).afterKeyed()).hasMessage("http/parameter-invalid");
        assertThatThrownBy(() -> after(text).afterId()).hasMessage("http/parameter-invalid");
    }
}
