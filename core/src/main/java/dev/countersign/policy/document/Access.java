package dev.countersign.policy.document;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// An access is what a policy is asked about: somebody would do something to something. It is made for one
/// decision, by one thread.
public final class Access {
    /// A resource's name as long as no thing has; a longer one names nothing, and is cut.
    private static final int LONGEST_NAME = 1024;

    private final String operation;
    private final String resource;
    private final Actor actor;
    private final Circumstances circumstances;
    private List<String> segments = List.of();

    /// Who would do it.
    ///
    /// @param tenant the tenant
    /// @param uin the principal
    public record Actor(long tenant, long uin) {}

    /// @param operation as `cam:SetMfaFlag`
    /// @param resource what it would be done to; `*` for nothing in particular
    /// @param actor who would do it
    /// @param circumstances what conditions look at
    public Access(String operation, String resource, Actor actor, Circumstances circumstances) {
        this.operation = operation.toLowerCase(Locale.ROOT);
        this.resource = resource.length() <= LONGEST_NAME ? resource : resource.substring(0, LONGEST_NAME);
        this.actor = actor;
        this.circumstances = circumstances;
    }

    /// The operation in small letters.
    public String operation() {
        return operation;
    }

    /// The resource's name.
    public String resource() {
        return resource;
    }

    /// Who would do it.
    public Actor actor() {
        return actor;
    }

    /// What conditions look at.
    public Circumstances circumstances() {
        return circumstances;
    }

    /// The resource's name cut at the colons, into so many segments at most: what follows stays in the last.
    List<String> segments(int most) {
        if (segments.size() != most) {
            segments = Arrays.asList(resource.split(":", most));
        }
        return segments;
    }
}
