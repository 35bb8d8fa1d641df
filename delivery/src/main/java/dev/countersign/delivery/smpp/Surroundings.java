package dev.countersign.delivery.smpp;

import java.time.InstantSource;
import java.util.concurrent.ThreadFactory;
import java.util.random.RandomGenerator;

/// What an SMPP carrier is given from outside.
///
/// @param clock the time: validity, pace, receipts without a usable one
/// @param random the jitter of reconnects; used from several threads
/// @param threads makes the threads of sessions and receipts, which mostly wait: virtual ones will do
/// @param watch hears what becomes of the sessions
public record Surroundings(InstantSource clock, RandomGenerator random, ThreadFactory threads, SmppWatch watch) {}
