package dev.countersign.server.console.explorer;

import dev.countersign.gateway.signing.SigningKey;
import dev.countersign.value.Secret;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Somebody to call as.
///
/// @param name its name in addresses, as `alice`
/// @param whose whose it is, for a person
/// @param key what is signed with; it never reaches an address
/// @param own whether it is a key of our own API
/// @param use what it is good for
public record CallerKey(String name, Whose whose, SigningKey key, boolean own, Use use) {
    private static final String SECRET = "an-example-signs-nothing";

    /// What a key is good for.
    public enum Use {
        /// It calls, and everybody knows its secret: a key of the dev world.
        KNOWN,
        /// It calls, and shows neither its secret nor what is derived from it.
        HIDDEN,
        /// It shows how a call is signed, and calls nothing.
        EXAMPLE
    }

    /// What somebody may do who is called as.
    public enum Standing {
        /// The root of a tenant.
        ROOT,
        /// A user who may do everything in a tenant.
        EVERYTHING,
        /// A user who may do nothing in a tenant.
        NOTHING,
        /// A key of our own API with every scope of a tenant.
        SCOPES,
        /// A user, who may do what its policies say.
        USER,
        /// Nobody.
        EXAMPLE;

        /// The key of the words about it.
        public String word() {
            return "caller." + name().toLowerCase(Locale.ROOT);
        }
    }

    /// Whose a key is.
    ///
    /// @param standing what they may do
    /// @param of the tenant's name, or for a user its own
    public record Whose(Standing standing, String of) {}

    /// A key of the dev world.
    public CallerKey(String name, Whose whose, SigningKey key, boolean own) {
        this(name, whose, key, own, Use.KNOWN);
    }

    /// Nobody, for who has no key.
    static List<CallerKey> examples() {
        return List.of(example("AKIDexample", SECRET, false), example("", "csk_example", true));
    }

    private static CallerKey example(String id, String secret, boolean own) {
        SigningKey key = new SigningKey(id, Secret.of(secret), Optional.empty());
        return new CallerKey("example", new Whose(Standing.EXAMPLE, ""), key, own, Use.EXAMPLE);
    }

    /// Whether calls can be made with it.
    public boolean calls() {
        return use != Use.EXAMPLE;
    }

    /// Whether its secret may be seen.
    boolean known() {
        return use != Use.HIDDEN;
    }
}
