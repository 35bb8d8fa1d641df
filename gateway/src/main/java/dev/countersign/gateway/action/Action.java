package dev.countersign.gateway.action;

import dev.countersign.tenant.Caller;

/// One published action. It translates words in, calls one domain method, and translates words out; it touches
/// no HTTP, JSON or signature and opens no transaction.
///
/// @param <Q> its parameters
/// @param <A> its answer
public interface Action<Q extends Record, A extends Record> {
    /// Everything that is published about it.
    ActionSpec<Q, A> spec();

    /// Does it.
    ///
    /// @param context who calls, and how
    /// @param request the parameters, checked against the spec
    /// @throws dev.countersign.refusal.Refused with a refusal that the spec has a code for
    A perform(Context context, Q request);

    /// Who calls, and how.
    ///
    /// @param caller whose signature or key was proven
    /// @param language the language of the answer: `en-US` or `zh-CN`
    /// @param idempotency the idempotency key, where one was sent
    record Context(
            Caller caller,
            String language,
            java.util.Optional<dev.countersign.verification.IdempotencyKey> idempotency) {}
}
