package dev.countersign.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// When a server has a console.
final class ConsoleConfigTest {
    private static final String SERVABLE = """
            behind-proxy: on
            verification: {countries: [852]}
            """;

    @TempDir
    private Path directory;

    private Configuration read(String more) throws IOException {
        Path file = Files.writeString(directory.resolve("countersign.yaml"), SERVABLE + more);
        return new ConfigurationReader(Map.of()).read(Optional.of(file)).configuration();
    }

    @Test
    void there_is_none_until_it_is_switched_on() throws IOException {
        assertThat(read("").console().enabled()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "enabled: on",
                "enabled: on, owners: []",
                "owners: [alice]",
                "auditors: [0]",
                "idle: 0s",
                "idle: 13h",
                "lifetime: 8d"
            })
    void what_lets_nobody_in_or_has_no_end_is_refused(String wrong) {
        assertThatThrownBy(() -> read("console: {" + wrong + "}")).isInstanceOf(ConfigurationRefused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "challenge.public-url: http://mfa.example.com\n"})
    void it_needs_an_address_that_browsers_reach_over_tls(String address) throws IOException {
        Configuration configuration = read(address + "console: {enabled: on, owners: [101234567890]}");
        assertThatThrownBy(configuration::requireServable)
                .isInstanceOf(ConfigurationRefused.class)
                .hasMessageContaining("challenge.public-url");
        read("challenge.public-url: https://mfa.example.com\nconsole: {enabled: on, owners: [101234567890]}")
                .requireServable();
    }
}
