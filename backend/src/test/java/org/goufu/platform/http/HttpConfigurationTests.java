package org.goufu.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.json.JsonMapper;

/** How requests are read. */
class HttpConfigurationTests {
    record Line(String name) {}

    record Form(@Nullable List<Line> lines, @Nullable Map<String, @Nullable String> words) {}

    private static Form read(String json) {
        return HttpConfiguration.withoutHoles(JsonMapper.shared()).readValue(json, Form.class);
    }

    @Test
    void nothingStandsForSomethingInAList() {
        assertThatThrownBy(() -> read("{\"lines\":[{\"name\":\"a\"},null]}")).isInstanceOf(InvalidNullException.class);
    }

    @Test
    void aWholeListMayBeMissingAndSoMayAWord() {
        assertThat(read("{\"lines\":null,\"words\":{\"a\":null}}").lines()).isNull();
        assertThat(read("{\"words\":{\"a\":null}}").words()).containsKey("a");
    }
}
