package dev.countersign.server;

import dev.countersign.delivery.http.Outbound;
import dev.countersign.server.cli.CommandFailed;
import dev.countersign.server.cli.CommandLineInterface;
import dev.countersign.server.cli.Program.DevAccess;
import dev.countersign.server.cli.Running;
import dev.countersign.server.cli.Signals;
import dev.countersign.server.cli.Terminal;
import dev.countersign.server.config.AlibabaConfig;
import dev.countersign.server.config.Configuration;
import dev.countersign.server.config.DeliveryPlan;
import dev.countersign.server.config.GeneralConfig.Limits;
import dev.countersign.server.config.Loaded;
import dev.countersign.server.config.MfaConfig;
import dev.countersign.server.config.RegistrationConfig;
import dev.countersign.server.config.TemplateConfig;
import dev.countersign.server.config.UsersConfig;
import dev.countersign.server.console.Route;
import dev.countersign.server.http.HttpListener;
import dev.countersign.value.RequestId;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// The program, and a server that runs.
public final class Countersign implements Running {
    private final HttpListener listener;
    private final String endpoint;
    private final Parts parts;
    private final Supplier<List<String>> reload;

    /// @param listener what answers callers
    /// @param scheme `http` or `https`
    /// @param address the address that is bound
    /// @param parts what is stopped with it
    /// @param reload reads again what may change, and tells what came of it
    Countersign(HttpListener listener, String scheme, String address, Parts parts, Supplier<List<String>> reload) {
        this.listener = listener;
        this.endpoint =
                scheme + "://" + (address.indexOf(':') < 0 ? address : "[" + address + "]") + ":" + listener.port();
        this.parts = parts;
        this.reload = reload;
    }

    /// What a server is made of beside its listener.
    ///
    /// @param waits what callers wait for: closed first, so that they get their answers while there is a port
    /// @param behind what runs behind the listener, in the order in which it is stopped
    /// @param console every way into the console, for whoever goes through them; none where nobody signs in
    record Parts(List<AutoCloseable> waits, List<AutoCloseable> behind, List<Route> console) {
        /// Without a sign-in.
        Parts(List<AutoCloseable> waits, List<AutoCloseable> behind) {
            this(waits, behind, List.of());
        }

        /// Copies the lists.
        Parts {
            waits = List.copyOf(waits);
            behind = List.copyOf(behind);
            console = List.copyOf(console);
        }
    }

    /// Runs a command line and ends with its exit code.
    public static void main(String... arguments) {
        Logging.begin();
        // Carriers are asked at the address that was allowed, under the name that was meant: see Outbound.
        System.setProperty(Outbound.PROPERTY, "host");
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(
                out, err, System.in, System.getenv(), running -> new Signals(Logging::note).untilStopped(running));
        int code = new CommandLineInterface(new Launcher(Given.system(), System.getenv()), terminal).run(arguments);
        System.exit(code);
    }

    /// How a dev world is started.
    ///
    /// @param configuration see [Configuration#dev]
    /// @param access who may use the developers' own paths
    /// @param given clock, randomness and request ids
    public record DevOptions(Configuration configuration, DevAccess access, Given given) {
        /// On a free port of 127.0.0.1, as a test wants it.
        public static DevOptions at(Path data) {
            return new DevOptions(
                    Configuration.dev("127.0.0.1", 0, data, Limits.VENDOR), DevAccess.loopback(), Given.system());
        }

        /// The same without limits on calls a second.
        public DevOptions relaxed() {
            Configuration now = configuration;
            return new DevOptions(
                    Configuration.dev(
                            now.listen().address(),
                            now.listen().port(),
                            now.store().directory(),
                            Limits.RELAXED),
                    access,
                    given);
        }

        /// The same with another number of customers that a partner may hold.
        public DevOptions customersPerPartner(int most) {
            RegistrationConfig standard = RegistrationConfig.standard();
            return new DevOptions(
                    configuration.with(new RegistrationConfig(
                            standard.unservedCountryCodes(), standard.accountsPerNumber(), most)),
                    access,
                    given);
        }

        /// The same, but nobody lowers its own protection without a second factor.
        public DevOptions guardingLowering() {
            return new DevOptions(configuration.with(new MfaConfig(true)), access, given);
        }

        /// The same with other rules about users.
        public DevOptions users(UsersConfig rules) {
            return new DevOptions(configuration.with(rules), access, given);
        }

        /// The same with another Alibaba wire.
        public DevOptions alibaba(AlibabaConfig wire) {
            return new DevOptions(configuration.with(wire), access, given);
        }

        /// The same, but messages say what these templates say, by their names.
        public DevOptions saying(Map<String, TemplateConfig> templates) {
            DeliveryPlan plan = new DeliveryPlan(Map.of(), Map.of(), templates);
            return new DevOptions(configuration.with(plan), access, given);
        }

        /// The same with another clock and other request ids.
        public DevOptions given(InstantSource clock, Supplier<RequestId> requestIds) {
            return new DevOptions(configuration, access, new Given(clock, new SecureRandom(), requestIds));
        }
    }

    /// Starts a dev world: calls succeed when this returns.
    ///
    /// @throws CommandFailed when the directory is not a dev world's, or the port is taken
    public static Countersign dev(DevOptions options) {
        return DevAssembly.start(options);
    }

    /// Starts a server for real use: calls succeed when this returns.
    ///
    /// @param again reads the configuration again, for a reload
    /// @param environment where secrets may be
    /// @throws CommandFailed when the store is a dev world's or has no tenant, or the port is taken
    public static Countersign serve(
            Loaded loaded, Supplier<Loaded> again, Given given, Map<String, String> environment) {
        return ServeAssembly.start(loaded, again, given, environment);
    }

    /// Every way into its console; none where nobody signs in.
    List<Route> console() {
        return parts.console();
    }

    /// The port that is listened on.
    public int port() {
        return listener.port();
    }

    @Override
    public String endpoint() {
        return endpoint;
    }

    @Override
    public List<String> reload() {
        return reload.get();
    }

    @Override
    public void close() {
        stop(parts.waits());
        listener.close();
        stop(parts.behind());
    }

    /// Stops parts in order; one that does not stop does not keep the others from it.
    static void stop(List<? extends AutoCloseable> parts) {
        for (AutoCloseable part : parts) {
            try {
                part.close();
            } catch (Exception stuck) {
                Logging.note("a part did not stop cleanly: " + stuck.getClass().getName());
            }
        }
    }
}
