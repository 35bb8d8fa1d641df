package dev.countersign.migration;

import dev.countersign.refusal.Refused;
import dev.countersign.refusal.SpaceRefusal;
import dev.countersign.refusal.SpaceUnknown;
import dev.countersign.tenant.Caller;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// Tells a tenant's spaces, and binds business accounts to them.
public final class Spaces {
    /// How many spaces a tenant has at the most.
    public static final int MOST_SPACES = 1000;

    private static final Pattern WABA = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final long IDS = 100_000_000_000_000L;

    private final SpaceStore store;
    private final InstantSource clock;
    private final RandomGenerator random;

    /// @param store keeps spaces
    /// @param clock the time that they are made at
    /// @param random draws their ids
    public Spaces(SpaceStore store, InstantSource clock, RandomGenerator random) {
        this.store = store;
        this.clock = clock;
        this.random = random;
    }

    /// A space of the caller's tenant.
    ///
    /// @throws Refused with [SpaceUnknown], also for another tenant's
    public Space require(Caller caller, String id) {
        return store.find(id)
                .filter(space -> space.tenant() == caller.tenant().id())
                .orElseThrow(() -> new Refused(new SpaceUnknown()));
    }

    /// All spaces of the caller's tenant, by id.
    public List<Space> of(Caller caller) {
        return store.of(caller.tenant().id());
    }

    /// Binds a business account to a space. One that the tenant has bound already stays where it is.
    ///
    /// @return the space that has it
    /// @throws Refused with a [SpaceRefusal]
    public Space bind(Caller caller, String waba) {
        if (!WABA.matcher(waba).matches()) {
            throw new Refused(new SpaceRefusal.WabaInvalid());
        }
        String freshId = String.format(Locale.ROOT, "C%014d", random.nextLong(IDS));
        return store.bind(caller, waba, freshId, MOST_SPACES, clock.instant());
    }
}
