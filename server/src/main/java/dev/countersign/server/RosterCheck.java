package dev.countersign.server;

import dev.countersign.challenge.Challenges;
import dev.countersign.challenge.Challenges.Foreseen;
import dev.countersign.challenge.Kind;
import dev.countersign.server.config.ConsoleConfig;
import dev.countersign.signin.ConsoleUser;
import dev.countersign.signin.ConsoleUserStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Tells an operator, at the start, of those who have a role in the console and can't sign in, or can with too little:
/// the sign-in itself says nothing to whoever tries.
final class RosterCheck {
    private final ConsoleUserStore users;
    private final Challenges challenges;

    /// @param users who may sign in
    /// @param challenges what is demanded of them, by themselves and by their tenant
    RosterCheck(ConsoleUserStore users, Challenges challenges) {
        this.users = users;
        this.challenges = challenges;
    }

    /// What is amiss, a sentence each.
    List<String> warnings(ConsoleConfig config) {
        List<String> warnings = new ArrayList<>();
        look("console.owners", config.owners(), warnings);
        look("console.operators", config.operators(), warnings);
        look("console.auditors", config.auditors(), warnings);
        return List.copyOf(warnings);
    }

    private void look(String key, Set<String> uins, List<String> warnings) {
        uins.stream()
                .sorted()
                .forEach(uin ->
                        amiss(Long.parseLong(uin)).ifPresent(what -> warnings.add(key + ": " + uin + " " + what)));
    }

    private Optional<String> amiss(long uin) {
        Optional<ConsoleUser> user = users.find(uin);
        if (user.isEmpty()) {
            return Optional.of("is no user, and can't sign in; a root has keys and no password. \"countersign console"
                    + " invite\" makes a user");
        }
        ConsoleUser one = user.get();
        if (!one.allowed() || one.passwordHash().reveal().isEmpty()) {
            return Optional.of("may not log in to a console, or has no password; \"countersign console invite "
                    + one.principal().name() + "\" gives one");
        }
        if (users.failures(uin).disabled()) {
            return Optional.of("was given too many wrong passwords, and can't sign in; \"countersign unlock --uin "
                    + uin + " --authenticator password\" lifts it");
        }
        return switch (challenges.foreseen(one.principal(), Kind.LOGIN)) {
            case Foreseen.Nothing nothing ->
                Optional.of("signs in with a password alone; SetMfaFlag demands a second factor");
            case Foreseen.Demanded demanded -> Optional.empty();
            case Foreseen.Unable unable ->
                Optional.of("can't sign in: " + unable.method().word()
                        + " is demanded, and can't be shown here; SetMfaFlag demands another factor");
        };
    }
}
