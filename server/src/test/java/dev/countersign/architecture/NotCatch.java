package dev.countersign.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.TryCatchBlock;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/// The condition that a class catches none of some exceptions. `Throwable` is not among what it can tell: the
/// compiler itself catches that, for resources and for record patterns; `TidyTest` reads the text for it.
final class NotCatch extends ArchCondition<JavaClass> {
    private final Set<String> exceptions;

    /// @param exceptions full class names
    NotCatch(Set<String> exceptions) {
        super("not catch " + String.join(" or ", exceptions));
        this.exceptions = exceptions;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        for (JavaCodeUnit unit : type.getCodeUnits()) {
            for (TryCatchBlock block : unit.getTryCatchBlocks()) {
                block.getCaughtThrowables().stream()
                        .filter(caught -> exceptions.contains(caught.getName()))
                        .forEach(caught -> events.add(SimpleConditionEvent.violated(
                                unit,
                                unit.getFullName() + " catches " + caught.getName() + " in "
                                        + block.getSourceCodeLocation())));
            }
        }
    }
}
