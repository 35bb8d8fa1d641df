package dev.countersign.server;

import static dev.countersign.server.ChallengeWorld.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.countersign.challenge.Challenge.Status;
import dev.countersign.challenge.FirstEnrolment;
import dev.countersign.gateway.wire.Value;
import dev.countersign.protection.Method;
import dev.countersign.refusal.CodeNotAccepted;
import dev.countersign.refusal.Refused;
import dev.countersign.server.ChallengeWorld.Answer;
import dev.countersign.server.ChallengeWorld.Browser;
import dev.countersign.testkit.Race;
import dev.countersign.testkit.Totp;
import dev.countersign.totp.TotpSecret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A code that an administrator makes lets somebody with nothing bound enrol a device in a challenge.
class AdministratorCodeTest {
    private static final String CODES = "/v1/principals/" + BOB + "/authenticators/codes";

    @TempDir
    Path directory;

    private ChallengeWorld world;

    @BeforeEach
    void begin() {
        world = new ChallengeWorld(directory);
        world.protect(BOB, Method.STOKEN, Method.STOKEN);
    }

    @AfterEach
    void end() {
        world.close();
    }

    private String made() {
        Answer made = world.call("POST", CODES, Value.Fields.none());
        assertThat(made.status()).isEqualTo(201);
        return made.text("code");
    }

    private FirstEnrolment enrolment() {
        return world.services.challenging().enrolment();
    }

    private boolean proven(Browser browser, String code) {
        Refused refused = catchThrowableOfType(
                Refused.class, () -> enrolment().proveByAdministrator(browser.id, browser.visitor, code));
        if (refused != null) {
            assertThat(refused.refusal()).isInstanceOf(CodeNotAccepted.class);
        }
        return refused == null;
    }

    @Test
    void a_code_leads_into_a_first_enrolment_and_passes_once() {
        String code = made();
        assertThat(code).matches("[A-Z2-9]{4}(-[A-Z2-9]{4}){3}");
        Browser browser = world.login(BOB);
        assertThat(proven(browser, "AAAA-AAAA-AAAA-AAAA")).isFalse();
        assertThat(proven(browser, code.toLowerCase(Locale.ROOT).replace("-", "")))
                .isTrue();
        TotpSecret device = enrolment().device(browser.id, browser.visitor);
        enrolment()
                .confirm(browser.id, browser.visitor, Totp.code(device.base32().reveal(), world.clock.instant()));
        assertThat(browser.challenge().status()).isEqualTo(Status.PASSED);
        assertThat(world.services.access().devices().of(BOB)).isPresent();
    }

    @Test
    void a_used_one_opens_no_second_challenge() {
        String code = made();
        Browser first = world.login(BOB);
        Browser second = world.login(BOB);
        assertThat(proven(first, code)).isTrue();
        assertThat(proven(second, code)).isFalse();
    }

    @Test
    void of_100_parallel_challenges_with_one_code_one_goes_on() {
        String code = made();
        List<Browser> browsers = Race.of(100, n -> world.login(BOB));
        List<Boolean> outcomes = Race.of(100, n -> proven(browsers.get(n), code));
        assertThat(outcomes).filteredOn(yes -> yes).hasSize(1);
    }

    @Test
    void a_newer_one_and_a_day_end_it() {
        String old = made();
        String code = made();
        assertThat(proven(world.login(BOB), old)).isFalse();
        world.clock.advance(Duration.ofHours(24));
        assertThat(proven(world.login(BOB), code)).isFalse();
    }

    @Test
    void nothing_of_a_code_is_in_the_audit() {
        String code = made();
        Browser browser = world.login(BOB);
        proven(browser, "AAAA-AAAA-AAAA-AAAA");
        proven(browser, code);
        List<String> rows = world.storage
                .database()
                .transactions()
                .read(handle -> handle.createQuery(
                                "SELECT event || ' ' || subject || ' ' || facts FROM audit WHERE subject = :bob"
                                        + " ORDER BY seq")
                        .bind("bob", "uin/" + BOB)
                        .mapTo(String.class)
                        .list());
        assertThat(rows)
                .anyMatch(row -> row.startsWith("enrolment-code.made"))
                .anyMatch(row -> row.startsWith("code.refused") && row.contains("authenticator=enrolment"))
                .anyMatch(row -> row.startsWith("code.accepted") && row.contains("authenticator=enrolment"))
                .noneMatch(row -> row.contains(code) || row.contains(code.replace("-", "")));
    }
}
