package dev.countersign.server.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a record as an area of the configuration. The record has a static method `standard()` with its defaults.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Area {
    /// What its keys begin with; empty for keys without an area.
    String value();

    /// What the area is about, as the reference says it.
    String doc();
}
