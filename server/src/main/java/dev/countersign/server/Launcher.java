package dev.countersign.server;

import dev.countersign.gateway.dialect.tencent.Explanation;
import dev.countersign.gateway.dialect.tencent.TencentDialect;
import dev.countersign.gateway.dialect.tencent.TencentOptions;
import dev.countersign.gateway.wire.Request;
import dev.countersign.server.cli.CommandFailed;
import dev.countersign.server.cli.Program;
import dev.countersign.server.cli.Running;
import dev.countersign.server.config.Configuration;
import dev.countersign.value.Secret;
import java.util.Map;

/// What the commands run.
final class Launcher implements Program {
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
    public Running serve(Configuration configuration) {
        return Countersign.serve(configuration, given, environment);
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
            return storage.verifications().unlock(uin, authenticator);
        }
    }

    @Override
    public String explain(Request request, Secret secret) {
        Explanation explained = new TencentDialect(TencentOptions.development()).explain(request, secret);
        return Explained.text(explained);
    }
}
