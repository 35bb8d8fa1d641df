package dev.countersign.server.carrier;

import dev.countersign.delivery.Receipt;
import dev.countersign.delivery.http.Outbound;
import dev.countersign.delivery.smpp.SmppWatch;
import dev.countersign.server.config.SecretReference;
import dev.countersign.value.Secret;
import java.time.InstantSource;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/// What carriers are given from outside.
///
/// @param clock the time
/// @param random jitter and nonces
/// @param threads makes threads that mostly wait
/// @param secrets fetches secrets as they are now
/// @param http what carriers that are reached by HTTP or SMTP are given
/// @param sessions who hears of a carrier's SMPP sessions, by its name
/// @param receipts takes the receipts of carriers that say them in a session
public record Surroundings(
        InstantSource clock,
        RandomGenerator random,
        ThreadFactory threads,
        Function<SecretReference, Secret> secrets,
        Outbound.Surroundings http,
        Function<String, SmppWatch> sessions,
        Receipt.Intake receipts) {}
