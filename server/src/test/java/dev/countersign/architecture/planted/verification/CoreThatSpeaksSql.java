package dev.countersign.architecture.planted.verification;

import java.sql.Connection;

/// The core on a database.
public record CoreThatSpeaksSql(Connection connection) {}
