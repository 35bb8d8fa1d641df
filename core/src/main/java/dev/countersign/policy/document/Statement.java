package dev.countersign.policy.document;

import java.util.List;
import java.util.Optional;

/// A statement allows or denies actions on resources, while its conditions hold.
///
/// @param effect whether it allows or denies
/// @param actions the operations that it is about, in small letters: case does not tell two actions apart
/// @param allBut whether it is about every operation but those
/// @param resources what it is about
/// @param conditions all of which must hold
/// @param trusted who may do it; only the statements of a role's trust document have this
public record Statement(
        Effect effect,
        List<Wildcard> actions,
        boolean allBut,
        List<ResourcePattern> resources,
        List<Condition> conditions,
        Optional<Trusted> trusted) {
    /// Copies the lists.
    public Statement {
        actions = List.copyOf(actions);
        resources = List.copyOf(resources);
        conditions = List.copyOf(conditions);
    }

    /// Whether it says anything about this.
    public boolean covers(Access access) {
        return about(access.operation()) && onResource(access) && conditionsHold(access);
    }

    private boolean about(String operation) {
        for (int i = 0; i < actions.size(); i++) {
            if (actions.get(i).matches(operation)) {
                return !allBut;
            }
        }
        return allBut;
    }

    private boolean onResource(Access access) {
        for (int i = 0; i < resources.size(); i++) {
            if (resources.get(i).matches(access)) {
                return true;
            }
        }
        return false;
    }

    private boolean conditionsHold(Access access) {
        for (int i = 0; i < conditions.size(); i++) {
            if (!conditions.get(i).holds(access.circumstances())) {
                return false;
            }
        }
        return true;
    }
}
