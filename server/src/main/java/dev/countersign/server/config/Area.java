package dev.countersign.server.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a record as an area of the configuration, or as what each of its named sections has. The record has
/// a static method `standard()` with its defaults. A component that is such a record itself brings its keys
/// along.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Area {
    /// What its keys begin with; empty for keys without an area. Of a carrier's kind, its word.
    String value();

    /// What the area is about, as the reference says it.
    String doc();
}
