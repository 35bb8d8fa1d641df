package dev.countersign.server;

import dev.countersign.server.cli.Program.FirstTenant;
import dev.countersign.tenant.AccessKey;
import dev.countersign.tenant.Tenant;
import dev.countersign.value.Secret;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;

/// Makes an installation's first tenant with keys that nobody can guess.
final class FirstKeys {
    private static final long FIRST_UIN = 100_000_000_000L;
    private static final long UINS = 100_000_000_000L;
    private static final long FIRST_ACCOUNT = 1_000_000_000_000_000L;
    private static final long ACCOUNTS = 9_000_000_000_000_000L;

    private FirstKeys() {}

    /// Makes it, subscribed to every product.
    static FirstTenant make(Storage storage, SecureRandom random) {
        long uin = FIRST_UIN + random.nextLong(UINS);
        String accountId = Long.toString(FIRST_ACCOUNT + random.nextLong(ACCOUNTS));
        AccessKey key = AccessKey.draw(random);
        Secret apiKey = Secret.of("csk_" + AccessKey.letters(random, 40));
        storage.tenants().add(new Tenant(uin, accountId, "first", Tenant.ALL_PRODUCTS, Optional.empty()));
        storage.tenants().addAccessKey(uin, key);
        storage.tenants().addApiKey(storage.seals().lookup("api-key", apiKey.reveal()), uin, Set.of("*"));
        return new FirstTenant(uin, accountId, key, apiKey);
    }
}
