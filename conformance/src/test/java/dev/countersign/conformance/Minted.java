package dev.countersign.conformance;

import dev.countersign.seal.Seals;
import dev.countersign.server.config.MasterKeys;
import dev.countersign.server.config.SecretReference;
import dev.countersign.server.dev.DevWorld;
import dev.countersign.store.SqlCustomTokenStore;
import dev.countersign.store.SqlDataKeyStore;
import dev.countersign.store.SqlTenantStore;
import dev.countersign.store.database.Database;
import dev.countersign.store.database.StoreConfig;
import dev.countersign.tenant.TenantStore.UserRecord;
import dev.countersign.token.CustomToken;
import dev.countersign.token.CustomTokens;
import dev.countersign.value.Secret;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// Custom tokens in the store of a dev world that was made and is not running.
final class Minted {
    private Minted() {}

    /// Makes a user of tenant `dev` with these tokens.
    static void tokens(Path directory, long uin, List<String> texts) {
        SecureRandom random = new SecureRandom();
        InstantSource clock = InstantSource.system();
        try (Database database = Database.open(new StoreConfig.Sqlite(directory))) {
            Seals seals = new Seals(
                    new SqlDataKeyStore(database, random)
                            .open(new MasterKeys(Map.of()).read(SecretReference.file(directory.resolve("master.key")))),
                    clock,
                    random);
            new SqlTenantStore(database.transactions(), seals, clock)
                    .put(new UserRecord(uin, DevWorld.DEV, "user-" + uin, Secret.of(""), Secret.of(""), false));
            Instant now = clock.instant();
            for (String text : texts) {
                new SqlCustomTokenStore(database.transactions(), seals)
                        .add(new CustomToken(
                                Secret.of(text), DevWorld.DEV, uin, "challenge", now, now.plus(CustomTokens.LIFETIME)));
            }
        }
    }
}
