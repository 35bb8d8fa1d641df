package dev.countersign.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.countersign.destination.PhoneValidation;
import dev.countersign.product.alibaba.dypnsapi.v20170525.DypnsOptions;
import dev.countersign.product.alibaba.dypnsapi.v20170525.DypnsOptions.Manners;
import dev.countersign.server.config.Loaded.Effective;
import dev.countersign.server.dev.DevWorld;
import dev.countersign.verification.ResendPolicy;
import dev.countersign.verification.TermsPolicy;
import dev.countersign.verification.VerificationPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How a configuration is read, and how it is refused.
final class ConfigurationReaderTest {
    @TempDir
    private Path directory;

    private Path file(String... lines) throws IOException {
        return Files.writeString(directory.resolve("countersign.yaml"), String.join("\n", lines) + "\n");
    }

    private static Configuration read(Path file) {
        return new ConfigurationReader(Map.of()).read(Optional.of(file)).configuration();
    }

    private static List<String> problems(Path file, Map<String, String> environment) {
        ConfigurationRefused refused = catchThrowableOfType(
                ConfigurationRefused.class, () -> new ConfigurationReader(environment).read(Optional.of(file)));
        assertThat(refused).isNotNull();
        return refused.problems().stream().map(Problem::toString).toList();
    }

    @Test
    void nothing_given_is_every_default() {
        Configuration read = new ConfigurationReader(Map.of("PATH", "/bin"))
                .read(Optional.empty())
                .configuration();
        assertThat(read.listen()).isEqualTo(ListenConfig.standard());
        assertThat(read.verification()).isEqualTo(VerificationConfig.standard());
        assertThat(read.registration()).isEqualTo(RegistrationConfig.standard());
        assertThat(read.verification().policy().lifetime())
                .isEqualTo(VerificationPolicy.standard().lifetime());
    }

    @Test
    void nested_and_dotted_keys_are_the_same() throws IOException {
        Configuration read = read(file(
                "listen: {address: 0.0.0.0, port: 443}",
                "behind-proxy: on",
                "limits: relaxed",
                "master-key: env:KEY",
                "phone.validation: valid",
                "store:",
                "  url: jdbc:postgresql://db/countersign",
                "  password: file:/run/secrets/db",
                "verification:",
                "  lifetime: 5m",
                "  resend: rotate-grace",
                "  countries: [852, 65]",
                "  country-per-hour: {\"852\": 500, \"*\": 10}",
                "  source-per-hour: 7"));
        assertThat(read.listen().port()).isEqualTo(443);
        assertThat(read.general().behindProxy()).isTrue();
        assertThat(read.general().limits()).isEqualTo(GeneralConfig.Limits.RELAXED);
        assertThat(read.masterKey().text()).isEqualTo("env:KEY");
        assertThat(read.phone().validation()).isEqualTo(PhoneValidation.VALID);
        assertThat(read.store().password()).contains(new SecretReference("file:/run/secrets/db"));
        VerificationPolicy policy = read.verification().policy();
        assertThat(policy.lifetime()).isEqualTo(Duration.ofMinutes(5));
        assertThat(policy.resend()).isEqualTo(ResendPolicy.ROTATE_GRACE);
        assertThat(policy.countries()).containsExactlyInAnyOrder("852", "65");
        assertThat(policy.countryPerHour()).isEqualTo(Map.of("852", 500, "*", 10));
        assertThat(policy.sourcePerHour()).contains(7);
    }

    @Test
    void every_country_is_no_list_of_countries_for_the_core() throws IOException {
        assertThat(read(file("verification.countries: [\"*\"]"))
                        .verification()
                        .policy()
                        .countries())
                .isEmpty();
    }

    @Test
    void the_environment_goes_before_the_file_and_the_file_before_the_default() throws IOException {
        Path file = file("", "verification.lifetime: 5m", "verification.tries: 3");
        Map<String, String> environment = Map.of(
                "COUNTERSIGN_VERIFICATION_LIFETIME", "2m",
                "COUNTERSIGN_VERIFICATION_COUNTRIES", "852, 65",
                "COUNTERSIGN_VERIFICATION_COUNTRY_PER_HOUR", "852=5, *=1",
                "COUNTERSIGN_DB_PASSWORD", "not ours");
        Loaded loaded = new ConfigurationReader(environment).read(Optional.of(file));
        VerificationConfig read = loaded.configuration().verification();
        assertThat(read.lifetime()).isEqualTo(Duration.ofMinutes(2));
        assertThat(read.tries()).isEqualTo(3);
        assertThat(read.countries()).isEqualTo(Set.of("852", "65"));
        assertThat(read.countryPerHour()).isEqualTo(Map.of("852", 5, "*", 1));
        assertThat(loaded.effective())
                .contains(
                        new Effective("verification.lifetime", "2m", "COUNTERSIGN_VERIFICATION_LIFETIME"),
                        new Effective("verification.tries", "3", file + ":3"),
                        new Effective("verification.code-digits", "6", "default"));
    }

    @Test
    void all_problems_come_in_one_report_with_their_lines() throws IOException {
        Path file = file(
                "verification:",
                "  life-time: 5m",
                "  tries: many",
                "listn.port: 80",
                "phone.validation: strict",
                "store.password: hunter2",
                "delivery.inbox: [on]",
                "listen.port: 1",
                "listen: {port: 2}");
        List<String> problems = problems(file, Map.of("COUNTERSIGN_LISTEN_PROT", "1"));
        assertThat(problems)
                .containsExactlyInAnyOrder(
                        file + ":2: verification.life-time is no key; did you mean verification.lifetime?",
                        file + ":3: verification.tries must be a whole number",
                        file + ":4: listn.port is no key; did you mean listen.port?",
                        file + ":5: phone.validation must be syntax | possible | valid",
                        file + ":6: store.password must say where the secret is, as env:NAME or file:/path,"
                                + " and not be the secret itself",
                        file + ":7: delivery.inbox must be one value, not a list or a mapping",
                        file + ":9: listen.port was already set in " + file + ":8",
                        "COUNTERSIGN_LISTEN_PROT: no key has this variable; did you mean COUNTERSIGN_LISTEN_PORT?");
        assertThat(problems.toString()).doesNotContain("hunter2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "verification.lifetime: 11m | at most 10 minutes",
                "verification.code-digits: 5 | 6 to 8 digits",
                "verification.countries: [HK] | not HK",
                "listen.port: 70000 | at most 65535",
                "tls.certificate: /a | go together",
                "management.address: here | a host and a port",
                "store.url: jdbc:h2:mem | jdbc:postgresql:",
                "store.url: 'jdbc:postgresql://db/c?password=x' | store.password",
                "retention.verifications: 1h | at least 25 hours",
                "verification.lifetime: soon | must be a duration",
                "verification.lifetime: -5m | must be a duration",
                "verification.tries: -1 | must not be negative",
                "a: b: c | not YAML",
                "listn: 1 | did you mean listen?",
                "- a | must be keys with values"
            })
    void a_value_that_can_not_be_is_refused_with_its_rule(String line, String rule) throws IOException {
        assertThat(problems(file(line), Map.of())).singleElement().asString().contains("countersign.yaml:1: ", rule);
    }

    @Test
    void a_file_that_is_not_there_is_said_to_be_so() {
        assertThat(problems(directory.resolve("absent.yaml"), Map.of()))
                .containsExactly(directory.resolve("absent.yaml") + ": can't be read");
    }

    @Test
    void serve_needs_tls_or_a_proxy_and_a_list_of_countries() {
        Configuration bare =
                new ConfigurationReader(Map.of()).read(Optional.empty()).configuration();
        ConfigurationRefused refused = catchThrowableOfType(ConfigurationRefused.class, bare::requireServable);
        assertThat(refused).hasMessageContaining("tls.certificate").hasMessageContaining("verification.countries");
        Map<String, String> enough =
                Map.of("COUNTERSIGN_BEHIND_PROXY", "on", "COUNTERSIGN_VERIFICATION_COUNTRIES", "852");
        new ConfigurationReader(enough).read(Optional.empty()).configuration().requireServable();
    }

    @Test
    void the_dev_world_sends_everywhere_and_keeps_what_it_sends() {
        Configuration dev = Configuration.dev("127.0.0.1", 0, directory, GeneralConfig.Limits.VENDOR);
        assertThat(dev.verification().policy()).isEqualTo(VerificationPolicy.standard());
        assertThat(dev.phone().validation()).isEqualTo(PhoneValidation.SYNTAX);
        assertThat(dev.delivery().inbox()).isTrue();
        assertThat(dev.alibaba().returnCodeTo()).containsExactly(Long.toString(DevWorld.DEV));
    }

    @Test
    void codes_are_strict_and_returned_to_nobody_unless_it_is_said() {
        DypnsOptions standard = new ConfigurationReader(Map.of())
                .read(Optional.empty())
                .configuration()
                .alibaba()
                .dypns();
        assertThat(standard).isEqualTo(new DypnsOptions(Manners.OBSERVED, new TermsPolicy(false), Set.of()));
        Map<String, String> otherwise = Map.of(
                "COUNTERSIGN_ALIBABA_DYPNS_MANNERS", "documented",
                "COUNTERSIGN_ALIBABA_VENDOR_PARITY", "on",
                "COUNTERSIGN_ALIBABA_RETURN_CODE_TO", "100000000001,100000000002");
        assertThat(new ConfigurationReader(otherwise)
                        .read(Optional.empty())
                        .configuration()
                        .alibaba()
                        .dypns())
                .isEqualTo(new DypnsOptions(
                        Manners.DOCUMENTED, new TermsPolicy(true), Set.of(100_000_000_001L, 100_000_000_002L)));
        assertThatThrownBy(() -> new ConfigurationReader(Map.of("COUNTERSIGN_ALIBABA_RETURN_CODE_TO", "dev"))
                        .read(Optional.empty()))
                .isInstanceOf(ConfigurationRefused.class)
                .hasMessageContaining("alibaba.return-code-to");
    }

    @Test
    void durations_are_shown_as_they_are_written() {
        for (String text : Arrays.asList("500ms", "90s", "10m", "36h", "7d", "0s")) {
            assertThat(Durations.show(Durations.parse(text))).isEqualTo(text);
        }
    }
}
