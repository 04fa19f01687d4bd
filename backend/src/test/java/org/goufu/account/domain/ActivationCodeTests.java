package org.goufu.account.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.goufu.kernel.FieldProblem;
import org.goufu.kernel.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActivationCodeTests {
    private static final String CODE = "01ABC-DEFGH-JKMNP-QRSTV-WXYZ2";

    @ParameterizedTest
    @ValueSource(
            strings = {
                CODE,
                "01ABCDEFGHJKMNPQRSTVWXYZ2",
                " 01abc defgh jkmnp qrstv wxyz2 ",
                "oIabc-defgh-jkmnp-qrstv-wxyz2",
                "0labc-defgh-jkmnp-qrstv-wxyz2"
            })
    void isReadAsPeopleTypeIt(String typed) {
        assertThat(ActivationCode.typed(typed)).map(ActivationCode::spoken).contains(CODE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "01ABC", "01ABC-DEFGH-JKMNP-QRSTV-WXYZU", "01ABC-DEFGH-JKMNP-QRSTV-WXYZ23", "密码"})
    void everythingElseIsNone(String typed) {
        assertThat(ActivationCode.typed(typed)).isEmpty();
    }

    @Test
    void isNeverTheSameAndNeverInALog() {
        var code = ActivationCode.random();
        assertThat(ActivationCode.random()).isNotEqualTo(code);
        assertThat(ActivationCode.typed(code.spoken())).contains(code);
        assertThat(code.toString()).doesNotContain(code.value());
        assertThat(code.digest()).matches("[0-9a-f]{64}");
    }

    @ParameterizedTest
    @CsvSource({
        "fourteen chars, password-short",
        "aaaabbbbaaaabbbb, password-simple",
        "my Goufu password, password-simple",
        "ba-510114008-2026-0001!, password-name"
    })
    void aPasswordThatIsEasyToGuessIsRefusedSayingWhy(String password, String why) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> new NewPassword(password).of("ba-510114008-2026-0001"))
                .satisfies(refused -> {
                    assertThat(refused.problem()).isEqualTo(ActivationProblem.PASSWORD_WEAK);
                    assertThat(refused.fields()).extracting(FieldProblem::code).isEqualTo(List.of(why));
                });
    }

    @Test
    void fifteenCharactersAreEnough() {
        assertThat(new NewPassword("fifteen letters").of("someone").value()).hasSize(15);
    }
}
