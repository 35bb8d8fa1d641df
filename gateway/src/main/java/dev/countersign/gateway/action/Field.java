package dev.countersign.gateway.action;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Publishes a component of a request or response record. Components that are `@Nullable` are optional.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Field {
    /// What it is, as the reference says it.
    String doc();

    /// A value that could be sent, in the form in which a query would carry it. Required for required parameters.
    String example() default "";

    /// What a text must match as a whole; empty for anything.
    String pattern() default "";

    /// The wire's name, where it is not the component's name in the dialect's naming.
    String name() default "";

    /// The code for a value that is given but empty; empty for the dialect's common code.
    String whenEmpty() default "";

    /// The code for a value that does not match the pattern; empty for the dialect's common code.
    String whenMalformed() default "";

    /// Whether its value must not be shown anywhere.
    boolean secret() default false;

    /// Whether an absent value is left out of an answer; if not, it is sent as null.
    boolean omitted() default false;

    /// Where a parameter of a `route` stands: in the path, or else in body or query.
    boolean inPath() default false;
}
