package dev.countersign.policy.document;

import java.util.List;

/// Which resources a statement is about: all, or those whose name fits segment by segment, so that no part of a
/// name that somebody chose can be taken for another segment.
public sealed interface ResourcePattern {
    /// Whether it means what would be acted on.
    boolean matches(Access access);

    /// Every resource, and calls that act on nothing in particular.
    record All() implements ResourcePattern {
        @Override
        public boolean matches(Access access) {
            return true;
        }
    }

    /// Names of so many segments. A call that acts on nothing in particular has no such name.
    record Segments(List<Segment> segments) implements ResourcePattern {
        /// Copies the list.
        public Segments {
            segments = List.copyOf(segments);
        }

        @Override
        public boolean matches(Access access) {
            List<String> names = access.segments(segments.size());
            if (names.size() != segments.size()) {
                return false;
            }
            for (int i = segments.size() - 1; i >= 0; i--) {
                if (!segments.get(i).matches(names.get(i), access.actor())) {
                    return false;
                }
            }
            return true;
        }
    }

    /// One segment of a name.
    sealed interface Segment {
        /// Whether a name's segment fits.
        boolean matches(String name, Access.Actor actor);
    }

    /// The same for everybody.
    record Fixed(Wildcard pattern) implements Segment {
        @Override
        public boolean matches(String name, Access.Actor actor) {
            return pattern.matches(name);
        }
    }

    /// One that holds the caller's own UIN, or its tenant's.
    ///
    /// @param pattern a pattern in which [#UIN] and [#TENANT] stand for them
    record Personal(String pattern) implements Segment {
        /// Stands for the UIN of who calls.
        public static final String UIN = "${uin}";

        /// Stands for the id of the tenant that it belongs to.
        public static final String TENANT = "${owner_uin}";

        @Override
        public boolean matches(String name, Access.Actor actor) {
            return Wildcard.of(pattern.replace(UIN, Long.toString(actor.uin()))
                            .replace(TENANT, Long.toString(actor.tenant())))
                    .matches(name);
        }
    }
}
