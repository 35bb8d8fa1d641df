package dev.countersign.server.template;

import dev.countersign.destination.Channel;
import dev.countersign.segment.Segments;
import java.util.List;
import java.util.Optional;

/// What came of looking at a template on one channel.
///
/// @param template its name
/// @param channel the channel
/// @param locale the language of the specimen
/// @param segments the parts that a text message travels in, with the longest code; empty on other channels
/// @param findings what was found; empty for nothing
public record Report(
        String template, Channel channel, String locale, Optional<Segments> segments, List<Finding> findings) {
    /// Copies the list.
    public Report {
        findings = List.copyOf(findings);
    }

    /// Whether one of the findings is an error.
    public boolean broken() {
        return findings.stream().anyMatch(finding -> finding.level() == Finding.Level.ERROR);
    }
}
