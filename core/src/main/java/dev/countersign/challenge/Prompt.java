package dev.countersign.challenge;

import java.util.List;

/// What the page asks for.
public sealed interface Prompt {
    /// A code that is sent on demand.
    ///
    /// @param to where it goes, masked
    /// @param ways how it may be sent, the usual one first: `sms`, `voice`
    /// @param sent whether one was sent in this challenge
    record SentCode(String to, List<String> ways, boolean sent) implements Prompt {}

    /// A code that the person's own device shows.
    record DeviceCode() implements Prompt {}

    /// Somebody else's page.
    ///
    /// @param way what to start: `wechat`, `custom`
    record Elsewhere(String way) implements Prompt {}

    /// Setting the factor up for the first time.
    ///
    /// @param to the bound number or address that a code can be sent to, masked; empty for none: then only an
    ///     administrator's code allows it
    /// @param ways how that code may be sent
    /// @param sent whether one was sent
    /// @param allowed whether a code was given: then the device is set up and its first code is asked for
    record Enrolment(String to, List<String> ways, boolean sent, boolean allowed) implements Prompt {}
}
