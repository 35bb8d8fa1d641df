package dev.countersign.server.journal;

import java.time.Instant;

/// How far a journal reaches back.
///
/// @param since everything that came from then on is there
/// @param entries how many requests it holds
/// @param most how many it can hold
public record Reach(Instant since, int entries, int most) {}
