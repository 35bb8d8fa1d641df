package dev.countersign.server;

import dev.countersign.verification.Watch;

/// Writes what an operator must know into the log.
final class LoggedWatch implements Watch {
    private static final System.Logger LOG = System.getLogger("dev.countersign");

    @Override
    public void spraying(long callerUin) {
        LOG.log(System.Logger.Level.WARNING, "caller {0} mostly guesses codes and waits now", callerUin + "");
    }

    @Override
    public void disabled(long uin, String authenticator) {
        LOG.log(
                System.Logger.Level.WARNING,
                "the {0} of principal {1} was disabled after too many wrong codes; \"countersign unlock\" lifts it",
                authenticator,
                uin + "");
    }

    /// Something of ours failed in the background.
    static void fault(RuntimeException cause) {
        LOG.log(System.Logger.Level.ERROR, "a fault in the background", cause);
    }
}
