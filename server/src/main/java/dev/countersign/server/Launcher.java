package dev.countersign.server;

import dev.countersign.audit.AuditEntry;
import dev.countersign.gateway.client.Scheme;
import dev.countersign.gateway.dialect.tencent.Explanation;
import dev.countersign.gateway.dialect.tencent.TencentDialect;
import dev.countersign.gateway.dialect.tencent.TencentOptions;
import dev.countersign.gateway.signing.Outgoing.Moment;
import dev.countersign.gateway.wire.Request;
import dev.countersign.server.audit.Checkpoints;
import dev.countersign.server.carrier.Trial.Step;
import dev.countersign.server.cli.CommandFailed;
import dev.countersign.server.cli.Program;
import dev.countersign.server.cli.Running;
import dev.countersign.server.config.Configuration;
import dev.countersign.server.config.Loaded;
import dev.countersign.server.config.StoreConfig;
import dev.countersign.store.AuditCheckpoint;
import dev.countersign.store.AuditRow;
import dev.countersign.store.AuditVerdict;
import dev.countersign.value.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What the commands run.
final class Launcher implements Program {
    private static final int PAGE = 1000;

    private final Given given;
    private final Map<String, String> environment;

    /// @param given clock, randomness and request ids
    /// @param environment where secrets may be
    Launcher(Given given, Map<String, String> environment) {
        this.given = given;
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Running dev(Configuration configuration, DevAccess access) {
        return Countersign.dev(new Countersign.DevOptions(configuration, access, given));
    }

    @Override
    public Running serve(Loaded loaded, Supplier<Loaded> again) {
        return Countersign.serve(loaded, again, given, environment);
    }

    @Override
    public boolean testCarrier(Configuration configuration, CarrierTrial trial, Consumer<Step> told) {
        return new TrialRun(given, environment, configuration).send(trial, told);
    }

    @Override
    public Moment moment(Scheme scheme) {
        return new Moment(given.clock().instant().truncatedTo(ChronoUnit.SECONDS), scheme.nonce(given.random()));
    }

    @Override
    public FirstTenant init(Configuration configuration) {
        try (Storage storage = Storage.open(configuration, environment, given)) {
            storage.stamp("serve");
            if (!storage.tenants().isEmpty()) {
                throw new CommandFailed("there is a tenant already; its keys were shown when it was made");
            }
            return FirstKeys.make(storage, given.random());
        }
    }

    @Override
    public boolean unlock(Configuration configuration, long uin, String authenticator) {
        try (Storage storage = Storage.beside(configuration, environment, given)) {
            AuditEntry entry = AuditEntry.own(
                    given.clock().instant(),
                    0,
                    "authenticator.unlocked",
                    AuditEntry.principal(uin),
                    Map.of("authenticator", authenticator));
            return storage.verifications().unlock(uin, authenticator, entry);
        }
    }

    @Override
    public Invited invite(Configuration configuration, Invitation invitation) {
        try (Storage storage = existing(configuration)) {
            return new Inviting(storage, configuration, given).invite(invitation);
        }
    }

    @Override
    public AuditReport verifyAudit(Configuration configuration, Optional<Path> checkpoints) {
        Path file = checkpoints.orElseGet(
                () -> configuration.audit().file(configuration.store().directory()));
        if (checkpoints.isPresent() && !Files.exists(file)) {
            throw new CommandFailed("there is no file " + file);
        }
        List<AuditCheckpoint> kept = new Checkpoints(file).read();
        try (Storage storage = existing(configuration)) {
            return switch (storage.auditVerifier().verify(kept)) {
                case AuditVerdict.Sound sound ->
                    new AuditReport(sound.entries(), sound.links(), kept.size(), Optional.empty());
                case AuditVerdict.Broken broken -> new AuditReport(0, 0, kept.size(), Optional.of(broken.where()));
            };
        }
    }

    @Override
    public void exportAudit(Configuration configuration, Optional<Long> tenant, long after, Consumer<AuditRow> to) {
        try (Storage storage = existing(configuration)) {
            List<AuditRow> page = storage.audit().entries(tenant, after, PAGE);
            while (!page.isEmpty()) {
                page.forEach(to);
                page = storage.audit().entries(tenant, page.getLast().seq(), PAGE);
            }
        }
    }

    /// A store to look into; a mistyped directory must not become one.
    private Storage existing(Configuration configuration) {
        StoreConfig store = configuration.store();
        if (store.url().isEmpty() && !Files.isDirectory(store.directory())) {
            throw new CommandFailed("there is no data directory " + store.directory());
        }
        return Storage.beside(configuration, environment, given);
    }

    @Override
    public String explain(Request request, Secret secret) {
        Explanation explained = new TencentDialect(TencentOptions.development()).explain(request, secret);
        return Explained.text(explained);
    }

    @Override
    public List<DevKey> devKeys() {
        return ConsoleRooms.keys().stream()
                .map(one -> new DevKey(one.name(), one.key(), one.own()))
                .toList();
    }
}
