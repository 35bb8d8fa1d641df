package dev.countersign.server.journal;

import java.time.Instant;

/// How far a journal reaches back.
///
/// @param since everything that came from then on is there, but for what was dropped
/// @param entries how many requests it holds
/// @param dropped how many came faster than they could be taken down, and are missing
/// @param most how many it can hold
public record Reach(Instant since, int entries, long dropped, int most) {}
