package dev.countersign.policy;

/// What was decided about a call, and why.
public sealed interface Decision {
    /// Whether the call may be made.
    boolean allowed();

    /// Why, in one sentence for an operator.
    String why();

    /// A statement that decided.
    ///
    /// @param policy the id of its policy; 0 for one that has none
    /// @param name the policy's name
    /// @param statement its number in the document, from 1
    record Match(long policy, String name, int statement) {
        @Override
        public String toString() {
            return "statement " + statement + " of " + name + (policy == 0 ? "" : " (" + policy + ")");
        }
    }

    /// The tenant's root may do everything.
    record ByRoot() implements Decision {
        @Override
        public boolean allowed() {
            return true;
        }

        @Override
        public String why() {
            return "the root may do everything";
        }
    }

    /// A statement allows it, and none denies it.
    record Allowed(Match match) implements Decision {
        @Override
        public boolean allowed() {
            return true;
        }

        @Override
        public String why() {
            return match + " allows it";
        }
    }

    /// A statement denies it.
    record Denied(Match match) implements Decision {
        @Override
        public boolean allowed() {
            return false;
        }

        @Override
        public String why() {
            return match + " denies it";
        }
    }

    /// No statement says anything about it.
    record NotMentioned() implements Decision {
        @Override
        public boolean allowed() {
            return false;
        }

        @Override
        public String why() {
            return "no statement allows it";
        }
    }

    /// It would be allowed, but not to the session that asks.
    ///
    /// @param session what the session's own policy says
    record Narrowed(Decision session) implements Decision {
        @Override
        public boolean allowed() {
            return false;
        }

        @Override
        public String why() {
            return "the session's policy: " + session.why();
        }
    }
}
