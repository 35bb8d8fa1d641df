package dev.countersign.server.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Publishes a component of an [Area] as a key: `quietPeriod` of the area `verification` is
/// `verification.quiet-period`.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Key {
    /// What it does, as the reference says it.
    String doc();

    /// A value that could be written.
    String example();

    /// Whether there is no default, so that a section without it is refused. For named sections only.
    boolean required() default false;
}
