package dev.countersign.server.dev.fault;

import java.util.Set;

/// What a call could be refused with.
public interface KnownCodes {
    /// The names of all actions.
    Set<String> actions();

    /// Whether this action can answer with this code: it publishes it, or its wire has it among the common
    /// ones.
    boolean answers(String action, String code);

    /// The codes that this action publishes itself.
    Set<String> published(String action);
}
