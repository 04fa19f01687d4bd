package org.goufu.organization.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.goufu.kernel.Ids;
import org.goufu.kernel.RegionCode;
import org.goufu.organization.BodyKind;
import org.goufu.organization.LegalForm;
import org.goufu.organization.domain.BodyAct;
import org.goufu.organization.domain.BodyChange;
import org.goufu.organization.domain.RegisteredBody;
import org.goufu.organization.domain.Registration;
import org.goufu.organization.domain.RegistryFixtures;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** What every store of registered bodies promises, with the history that gives them their versions. */
public abstract class BodiesContract {
    /** Marks the rows of this test. */
    protected static final String AUTHORITY = "BodiesContract";

    protected static final Duration LIMIT = Duration.ofSeconds(20);

    protected abstract Bodies bodies();

    protected abstract BodyHistory history();

    private static String code() {
        return "5251%014d".formatted(ThreadLocalRandom.current().nextLong(100_000_000_000_000L));
    }

    private static RegisteredBody body(String name, String region, String code, @Nullable String certificate) {
        return new RegisteredBody(
                Ids.next(),
                name,
                BodyKind.LEGAL_PERSON,
                LegalForm.SERVICE_INSTITUTION,
                code,
                null,
                new RegionCode(region),
                LocalDate.of(2020, 5, 6),
                "社区服务",
                "示例路 1 号",
                certificate,
                AUTHORITY,
                Registration.UNKNOWN,
                0);
    }

    private RegisteredBody added(RegisteredBody body) {
        bodies().add(body).block(LIMIT);
        return body;
    }

    protected RegisteredBody added() {
        return added(body("示例服务中心" + code(), "510104", code(), null));
    }

    private static BodyChange change(UUID id) {
        return new BodyChange(
                id, BodyAct.CHANGED, RegistryFixtures.registrarOf("510104"), Map.of("name", "甲"), Map.of("name", "乙"));
    }

    @Test
    void givesBackWhatWasAdded() {
        var body = added(body("示例服务中心", "510104", code(), "川民社证字第" + code() + "号"));
        assertThat(bodies().get(body.id()).block(LIMIT)).isEqualTo(body);
        assertThat(bodies().lock(body.id()).block(LIMIT)).isEqualTo(body);
    }

    @Test
    void knowsNoOther() {
        var nobody = Ids.next();
        StepVerifier.create(bodies().get(nobody)).verifyErrorMessage("organization/not-found");
        StepVerifier.create(bodies().lock(nobody)).verifyErrorMessage("organization/not-found");
        StepVerifier.create(history().append(change(nobody))).verifyErrorMessage("organization/not-found");
    }

    @Test
    void aCodeBelongsToOneBody() {
        var one = added();
        var other = added();
        var code = String.valueOf(one.creditCode());
        StepVerifier.create(bodies().add(body("示例另一中心", "510107", code, null)))
                .verifyErrorMessage("organization/credit-code-taken");
        StepVerifier.create(bodies().save(coded(other, code))).verifyErrorMessage("organization/credit-code-taken");
        assertThat(bodies().get(other.id()).block(LIMIT)).isEqualTo(other);
    }

    private static RegisteredBody coded(RegisteredBody body, String code) {
        return new RegisteredBody(
                body.id(),
                body.name(),
                body.kind(),
                body.legalForm(),
                code,
                body.filingNumber(),
                body.region(),
                body.foundedOn(),
                body.businessScope(),
                body.address(),
                body.legacyCertNo(),
                body.registrationAuthority(),
                body.registration(),
                body.version());
    }

    @Test
    void findsWhatCouldBeTheSameBody() {
        var certificate = "川民社证字第" + code() + "号";
        var name = "示例同名中心" + code();
        var asked = added(body(name, "510104", code(), certificate));
        var sameName = added(body(name, "510104", code(), null));
        var sameCertificate = added(body("示例旧证中心", "510107", code(), certificate));
        added(body(name, "510107", code(), null));
        assertThat(bodies().lookalikes(asked).collectList().block(LIMIT))
                .extracting(Bodies.Lookalike::id, Bodies.Lookalike::sameCode, Bodies.Lookalike::sameCertificate)
                .containsExactlyInAnyOrder(
                        tuple(sameName.id(), false, false), tuple(sameCertificate.id(), false, true));
        var again = body("示例同码中心", "510107", String.valueOf(asked.creditCode()), certificate);
        assertThat(bodies().lookalikes(again).collectList().block(LIMIT))
                .first()
                .isEqualTo(new Bodies.Lookalike(asked.id(), name, String.valueOf(asked.creditCode()), true, true));
    }

    @Test
    void namesakesAreOfTheSameCounty() {
        var name = "示例同名中心" + code();
        var asked = added(body(name, "510104", code(), null));
        var namesake = added(body(name, "510104", code(), null));
        added(body(name, "510107", code(), null));
        assertThat(bodies().namesakes(asked).collectList().block(LIMIT)).containsExactly(namesake);
    }

    @Test
    void anEntryThatWasJoinedToAnotherIsGone() {
        var one = added();
        var other = added();
        bodies().retire(one, other.id(), RegistryFixtures.registrarOf("510104")).block(LIMIT);
        StepVerifier.create(bodies().get(one.id())).verifyErrorMessage("organization/not-found");
        assertThat(bodies().get(other.id()).block(LIMIT)).isEqualTo(other);
    }

    @Test
    void eachActGivesTheNextVersion() {
        var body = added();
        assertThat(history().append(change(body.id())).block(LIMIT)).isEqualTo(1);
        assertThat(history().append(change(body.id()), 1).block(LIMIT)).isEqualTo(2);
        bodies().save(coded(body, code())).block(LIMIT);
        assertThat(bodies().get(body.id()).block(LIMIT).version()).isEqualTo(2);
    }

    @Test
    void whoReadAnOldVersionIsTold() {
        var body = added();
        history().append(change(body.id())).block(LIMIT);
        StepVerifier.create(history().append(change(body.id()), 0)).verifyErrorMessage("http/version-stale");
        assertThat(bodies().get(body.id()).block(LIMIT).version()).isEqualTo(1);
    }
}
