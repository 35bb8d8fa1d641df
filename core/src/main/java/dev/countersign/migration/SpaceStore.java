package dev.countersign.migration;

import dev.countersign.tenant.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Keeps spaces.
public interface SpaceStore {
    /// A space, whoever's it is.
    Optional<Space> find(String id);

    /// The spaces of a tenant, by id.
    List<Space> of(long tenant);

    /// Adds a space, unless there is one of that id.
    ///
    /// @return whether there was none
    boolean add(Space space, Instant now);

    /// Binds a business account: to the space that has it already, else to the tenant's first space without one,
    /// else to a new one.
    ///
    /// @param freshId the id of a new one
    /// @param most how many spaces the tenant may have
    /// @return the space that has it
    /// @throws dev.countersign.refusal.Refused with a [dev.countersign.refusal.SpaceRefusal]
    Space bind(Caller caller, String waba, String freshId, int most, Instant now);
}
