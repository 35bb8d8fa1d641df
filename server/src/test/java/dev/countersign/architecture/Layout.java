package dev.countersign.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;

/// Where things stand below a base package. The rules are told the base, so that the same rules judge the
/// real tree and the planted one.
///
/// @param base as in `dev.countersign`
record Layout(String base) {
    static final Layout REAL = new Layout("dev.countersign");
    static final Layout PLANTED = new Layout("dev.countersign.architecture.planted");

    /// A package below the base, with all that is below it.
    String below(String name) {
        return base + "." + name + "..";
    }

    /// One package below the base.
    String only(String name) {
        return base + "." + name;
    }

    /// The core: everything of ours that no other module claims. So a new concept needs no change here.
    DescribedPredicate<JavaClass> core() {
        return JavaClass.Predicates.resideInAPackage(base + "..")
                .and(JavaClass.Predicates.resideOutsideOfPackages(
                        below("gateway"),
                        below("product"),
                        below("store"),
                        below("server"),
                        below("delivery.smpp"),
                        below("delivery.http"),
                        below("delivery.smtp"),
                        below("delivery.guard")))
                .as("the core");
    }
}
