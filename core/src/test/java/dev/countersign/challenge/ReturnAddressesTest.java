package dev.countersign.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnAddressesTest {
    private static final ReturnAddresses REGISTERED = new ReturnAddresses(
            List.of("https://app.example.com/mfa", "https://whole.example.com", "http://127.0.0.1:8080/"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example.com/mfa",
                "https://app.example.com/mfa/done",
                "https://app.example.com/mfa?session=1&x=%20",
                "https://app.example.com/mfa/a..b/c",
                "https://whole.example.com",
                "https://whole.example.com/",
                "https://whole.example.com/any/where?at=all",
                "http://127.0.0.1:8080/",
                "http://127.0.0.1:8080/back"
            })
    void registered_addresses_and_those_below_are_allowed(String address) {
        assertThat(REGISTERED.allow(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/mfa",
                "javascript:alert(1)",
                "http://app.example.com/mfa",
                "https://app.example.com",
                "https://app.example.com/mfa2",
                "https://app.example.com/other",
                "https://app.example.com:8443/mfa",
                "https://app.example.com/mfa/../other",
                "https://app.example.com/mfa/%2e%2E/other",
                "https://app.example.com/mfa/.%2e/other",
                "https://app.example.com/mfa/..%2fother",
                "https://app.example.com/mfa/..\\other",
                "https://app.example.com/mfa/%5c..",
                "https://app.example.com/mfa#part",
                "https://app.example.com/mfa?code=mine",
                "https://app.example.com/mfa?a=b&challenge=mine",
                "https://app.example.com/mfa\r\nSet-Cookie: a=b",
                "https://whole.example.com.evil.example",
                "https://whole.example.com@evil.example/",
                "https://whole.example.com:pw@evil.example/",
                "https://whole.example.com:443/",
                "https://whole.example.comevil/",
                "HTTPS://whole.example.com/",
                "https://evil.example/?https://whole.example.com/"
            })
    void everything_else_is_not(String address) {
        assertThat(REGISTERED.allow(address)).isFalse();
    }

    @Test
    void nothing_registered_allows_nothing() {
        assertThat(new ReturnAddresses(List.of()).allow("https://app.example.com/mfa"))
                .isFalse();
        assertThat(new ReturnAddresses(List.of("")).allow("https://app.example.com/mfa"))
                .isFalse();
    }

    @Test
    void parameters_are_added_encoded() {
        assertThat(ReturnAddresses.with("https://a.example/x", "code", "a-b_c", "nonce", "1&2=ü"))
                .isEqualTo("https://a.example/x?code=a-b_c&nonce=1%262%3D%C3%BC");
        assertThat(ReturnAddresses.with("https://a.example/x?y=1", "code", "c"))
                .isEqualTo("https://a.example/x?y=1&code=c");
    }
}
