package org.goufu.evaluation.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.goufu.matching.Conflict.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stranger sealed is read as far as it is of its form. */
class ReadDeclaredTests {
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void whatWasAnsweredOtherwiseThanNoIsDeclared() {
        assertThat(ReadDeclared.declared(bytes("""
                        {"format":"goufu-cred/1","statements":[
                          {"rule":"C02","text":"独立参加"},
                          {"rule":"C08","answer":"YES","text":"…"},
                          {"rule":"C04","answer":"PART","text":"…"},
                          {"rule":"C04","answer":"PART","text":"…"},
                          {"rule":"C06","answer":"NO","text":"…"},
                          {"rule":"C99","answer":"YES","text":"…"}]}
                        """))).containsExactly(Rule.C04, Rule.C08);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"format\":\"other\",\"statements\":[{\"rule\":\"C08\",\"answer\":\"YES\"}]}",
                "{\"format\":\"goufu-cred/1\",\"statements\":\"none\"}",
                "{\"format\":[],\"statements\":[7,{\"rule\":[],\"answer\":{}}]}"
            })
    void ofWhatIsNotOfItsFormNothingIsTaken(String text) {
        assertThat(ReadDeclared.declared(bytes(text))).isEmpty();
    }
}
