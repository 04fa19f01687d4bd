package org.goufu.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.goufu.kernel.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTests {

    /** The two wrong codes were found in public pages (domain.md 3.1). */
    @ParameterizedTest
    @CsvSource({
        "53100000500020462H, credit-code-check, H, K",
        "531000005000074012, credit-code-check, 2, D",
        "5310000050000740I2, credit-code-character, 17, I",
        "5310000050002046, credit-code-length, 16, ''"
    })
    void saysWhatIsWrong(String code, String fault, String first, String second) {
        var found = CreditCode.fault("/creditCode", code).orElseThrow();
        assertThat(found.code()).isEqualTo(fault);
        assertThat(found.arguments().stream().map(String::valueOf).toList())
                .startsWith(first)
                .isEqualTo(second.isEmpty() ? List.of(first) : List.of(first, second));
    }

    @Test
    void findsNothingWrongWithARightCode() {
        assertThat(CreditCode.fault("/creditCode", " 53100000500021676k ")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "53100000500021676K",
                "53100000500019795A",
                "53100000500009167K",
                "12100000400009127B",
                "51510104MJ90000145",
                "52510107MJ90000228",
                "53510000MJ9000030M",
                "52510104MJ900017XB",
                "51510122MJ9000057L"
            })
    void acceptsACorrectCode(String code) {
        assertThat(CreditCode.isValid(code)).isTrue();
        assertThat(new CreditCode(code).value()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "53100000500020462H",
                "531000005000074012",
                "53100000500021676",
                "53100000500021676KK",
                "5310000050002167OK",
                "",
                "I3100000500021676K"
            })
    void refusesAWrongOne(String code) {
        assertThat(CreditCode.isValid(code)).isFalse();
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> new CreditCode(code))
                .extracting(ProblemException::problem)
                .isEqualTo(OrganizationProblem.CREDIT_CODE_INVALID);
    }

    @ParameterizedTest
    @CsvSource({
        "51510104MJ90000145,ASSOCIATION",
        "52510107MJ90000228,SERVICE_INSTITUTION",
        "53510000MJ9000030M,FOUNDATION"
    })
    void readsTheLegalFormFromTheSecondCharacter(String code, LegalForm form) {
        assertThat(new CreditCode(code).legalForm()).contains(form);
    }

    @Test
    void hasNoLegalFormUnderAnotherRegistrar() {
        assertThat(new CreditCode("12100000400009127B").legalForm()).isEmpty();
    }

    @Test
    void forgivesTheWayOfWriting() {
        assertThat(new CreditCode("　５３100000500021676k ").value()).isEqualTo("53100000500021676K");
    }

    @ParameterizedTest
    @ValueSource(strings = {"53100000500021676K", "51510104MJ90000145", "52510104MJ900017XB"})
    void checksTheBodyToo(String code) {
        assertThat(new CreditCode(code).bodyCheckMatches()).isTrue();
    }

    @Test
    void onlyWarnsOfAWrongBodyCheck() {
        // Position 17 is made wrong, position 18 fits again.
        var code = new CreditCode("51510104MJ90000158");
        assertThat(code.bodyCheckMatches()).isFalse();
    }

    @Test
    void completesBothCheckCharacters() {
        assertThat(CreditCode.complete("51510104MJ900001").value()).isEqualTo("51510104MJ90000145");
        assertThat(CreditCode.complete("52510104MJ900017").value()).isEqualTo("52510104MJ900017XB");
    }
}
