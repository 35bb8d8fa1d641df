package dev.countersign.architecture.planted.store;

import java.sql.Connection;

/// Knows its database.
public record InnocentStore(Connection connection) {}
