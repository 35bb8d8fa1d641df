package dev.countersign.server.cli;

import dev.countersign.destination.Channel;
import dev.countersign.gateway.client.Scheme;
import dev.countersign.gateway.signing.Outgoing.Moment;
import dev.countersign.gateway.signing.SigningKey;
import dev.countersign.gateway.wire.Request;
import dev.countersign.server.carrier.Trial.Step;
import dev.countersign.server.config.Configuration;
import dev.countersign.server.config.Loaded;
import dev.countersign.store.AuditRow;
import dev.countersign.tenant.AccessKey;
import dev.countersign.value.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What the commands run. The composition root implements it.
public interface Program {
    /// Starts the dev world, and returns when calls succeed.
    ///
    /// @param configuration the dev world's, see [Configuration#dev]
    /// @param access who may use the developers' own paths
    /// @throws CommandFailed when it can't be started, saying what to do about it
    Running dev(Configuration configuration, DevAccess access);

    /// Starts the server, and returns when calls succeed. It refuses a data directory of a dev world, and a
    /// wrong master key without touching anything.
    ///
    /// @param again reads the configuration again, for a reload
    /// @throws CommandFailed when it can't be started, saying what to do about it
    Running serve(Loaded loaded, Supplier<Loaded> again);

    /// Makes the first tenant with its root and keys. The master key is there already.
    ///
    /// @throws CommandFailed when there is a tenant already; nothing is changed then
    FirstTenant init(Configuration configuration);

    /// Lifts a principal's disabled authenticator.
    ///
    /// @param authenticator `phone` or `mail`
    /// @return whether there was anything to lift
    /// @throws CommandFailed when the store can't be opened
    boolean unlock(Configuration configuration, long uin, String authenticator);

    /// Makes a user able to sign in to the console: adds one of this name, or gives the one that there is another
    /// password. Either password is to be replaced at the first sign-in.
    ///
    /// @throws CommandFailed when nobody of that name can be, saying why
    Invited invite(Configuration configuration, Invitation invitation);

    /// Follows the audit's chain.
    ///
    /// @param checkpoints the file of checkpoints; the configuration's own when empty
    /// @throws CommandFailed when the store can't be opened or a file can't be read
    AuditReport verifyAudit(Configuration configuration, Optional<Path> checkpoints);

    /// Gives audit entries out, oldest first.
    ///
    /// @param tenant whose; everybody's when empty
    /// @param after the number that they come after
    void exportAudit(Configuration configuration, Optional<Long> tenant, long after, Consumer<AuditRow> to);

    /// Sends one message by a carrier.
    ///
    /// @param told hears of each step, as it is done
    /// @return whether all went well
    boolean testCarrier(Configuration configuration, CarrierTrial trial, Consumer<Step> told);

    /// Explains the signature of a request: what was signed, what should have been, and where they part.
    ///
    /// @param secret the secret of the key that it names
    String explain(Request request, Secret secret);

    /// The keys that every dev world has, the one to use unless said otherwise first.
    List<DevKey> devKeys();

    /// What makes a call this one: the time now, and what is used once.
    Moment moment(Scheme scheme);

    /// A key of every dev world.
    ///
    /// @param name what it is called, as `alice`
    /// @param key what is signed with
    /// @param own whether it is a key of our own API
    record DevKey(String name, SigningKey key, boolean own) {}

    /// What is sent by a carrier to try it out.
    ///
    /// @param carrier its name
    /// @param to a number or a mail address, as it was typed
    /// @param channel how it travels; empty for what suits the destination
    /// @param purpose chooses the template
    /// @param locale chooses the template
    /// @param patience how long to wait for the receipt; zero for not at all
    record CarrierTrial(
            String carrier, String to, Optional<Channel> channel, String purpose, String locale, Duration patience) {}

    /// Who may use the developers' own paths.
    ///
    /// @param token a bearer token they need; empty on a loopback address, where they need none
    record DevAccess(Secret token) {
        /// No token: loopback only.
        public static DevAccess loopback() {
            return new DevAccess(Secret.of(""));
        }
    }

    /// What came of following the audit's chain.
    ///
    /// @param broken what is wrong; empty when it is whole
    record AuditReport(long entries, long links, int checkpoints, Optional<String> broken) {}

    /// What `init` made.
    ///
    /// @param uin the root's UIN
    /// @param accountId the Alibaba account id
    /// @param key the root's access key
    /// @param apiKey the key of our own API
    record FirstTenant(long uin, String accountId, AccessKey key, Secret apiKey) {}

    /// Whom to invite to the console.
    ///
    /// @param name the user's name
    /// @param tenant whose it is; empty for the installation's own, where there is one such alone
    /// @param app whether it must show an authenticator app at a login, unless something else is demanded of it
    record Invitation(String name, Optional<Long> tenant, boolean app) {}

    /// Somebody who was invited. The secrets are shown once.
    ///
    /// @param uin what it signs in as
    /// @param added whether the user is new
    /// @param password good for one sign-in
    /// @param app what becomes of its authenticator app
    record Invited(long uin, boolean added, Secret password, App app) {}

    /// What becomes of the authenticator app of somebody who was invited.
    sealed interface App {
        /// None is demanded.
        record None() implements App {}

        /// The one that is there is demanded, as before.
        record Stays() implements App {}

        /// A first one is set up at the sign-in.
        ///
        /// @param code the administrator's code that allows it
        record First(Secret code) implements App {}
    }
}
