package dev.countersign.server;

import dev.countersign.server.config.Configuration;
import dev.countersign.server.config.GeneralConfig.Limits;
import dev.countersign.server.config.MasterKeys;
import dev.countersign.server.dev.DevWorld;
import dev.countersign.token.CustomToken;
import dev.countersign.token.CustomTokens;
import dev.countersign.value.Secret;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// A dev world with something in it before its server starts: what no surface makes.
public final class Prepared {
    private Prepared() {}

    /// Makes tokens for principals of tenant `dev` that the world begins with.
    ///
    /// @param texts the tokens' texts by principal
    public static void tokens(Path directory, Map<Long, List<String>> texts) {
        Given given = Given.system();
        Configuration configuration = Configuration.dev("127.0.0.1", 0, directory, Limits.VENDOR);
        new MasterKeys(Map.of()).createIfMissing(configuration.masterKey(), given.random());
        try (Storage storage = Storage.open(configuration, Map.of(), given)) {
            Instant now = given.clock().instant();
            storage.furnish(() -> now);
            texts.forEach((uin, some) -> some.forEach(text -> storage.tokens()
                    .add(new CustomToken(
                            Secret.of(text), DevWorld.DEV, uin, "challenge", now, now.plus(CustomTokens.LIFETIME)))));
        }
    }
}
