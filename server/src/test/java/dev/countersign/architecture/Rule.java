package dev.countersign.architecture;

import com.tngtech.archunit.lang.ArchRule;

/// A rule with the name that tests and reports give it.
record Rule(String name, ArchRule rule) {
    @Override
    public String toString() {
        return name;
    }
}
