package dev.countersign.verification;

import dev.countersign.destination.Channel;
import dev.countersign.tenant.Caller;
import dev.countersign.value.Cause;
import java.time.Duration;
import java.util.Optional;

/// What is wanted: a code for this binding, over this channel.
///
/// @param binding what the code will be bound to
/// @param channel how it travels
/// @param locale the language of the message, as `en` or `zh-CN`
/// @param source the address that the demand came from, for the ceiling per source
/// @param idempotency the caller's idempotency key, if it gave one
/// @param details what the message says after the code, as an operation's fields; empty for nothing
/// @param terms what it asks for in place of the installation's numbers, if anything
/// @param cause the call that it was made in, if any
public record Demand(
        Binding binding,
        Channel channel,
        String locale,
        String source,
        Optional<IdempotencyKey> idempotency,
        String details,
        Optional<Terms> terms,
        Optional<Cause> cause) {
    /// What a caller wants, by the installation's own numbers; the message says nothing but the code.
    public Demand(
            Binding binding, Channel channel, String locale, Caller caller, Optional<IdempotencyKey> idempotency) {
        this(binding, channel, locale, caller, idempotency, "");
    }

    /// What a caller wants, by the installation's own numbers.
    public Demand(
            Binding binding,
            Channel channel,
            String locale,
            Caller caller,
            Optional<IdempotencyKey> idempotency,
            String details) {
        this(
                binding,
                channel,
                locale,
                caller.source(),
                idempotency,
                details,
                Optional.empty(),
                Optional.of(caller.cause()));
    }

    /// What a caller wants, on terms of its own.
    public static Demand on(Terms terms, Binding binding, Channel channel, String locale, Caller caller) {
        return new Demand(
                binding,
                channel,
                locale,
                caller.source(),
                Optional.empty(),
                "",
                Optional.of(terms),
                Optional.of(caller.cause()));
    }

    /// A demand that no call made.
    public Demand(
            Binding binding, Channel channel, String locale, String source, Optional<IdempotencyKey> idempotency) {
        this(binding, channel, locale, source, idempotency, "", Optional.empty(), Optional.empty());
    }

    /// How long its code lives.
    public Duration lifetime(VerificationPolicy policy) {
        return terms.map(Terms::lifetime).orElse(policy.lifetime());
    }
}
