package dev.countersign.server.config;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// Everything that can be configured, read once from the records of [Configuration].
final class Schema {
    private final List<AreaShape> areas = new ArrayList<>();
    private final List<SectionShape> sections = List.of(
            new SectionShape(shape(CarrierCommon.class, ""), kinds()),
            new SectionShape(shape(RouteConfig.class, ""), Map.of()),
            new SectionShape(shape(TemplateConfig.class, ""), Map.of()));

    /// What a record is made of.
    sealed interface Member permits KeyShape, AreaShape {}

    /// An area, or a record within one that brings its keys along.
    ///
    /// @param type its record
    /// @param defaults the record's defaults
    /// @param members what the record is made of, in its order
    record AreaShape(Class<? extends Record> type, Area about, Record defaults, List<Member> members)
            implements Member {
        /// Its keys, those of the records within it too.
        List<KeyShape> keys() {
            return members.stream()
                    .flatMap(member -> switch (member) {
                        case KeyShape key -> Stream.of(key);
                        case AreaShape within -> within.keys().stream();
                    })
                    .toList();
        }
    }

    /// A key.
    ///
    /// @param name the key in the file; within a named section, what follows the section's name
    /// @param component the record's component
    /// @param standard its default
    record KeyShape(String name, Key about, RecordComponent component, Object standard) implements Member {
        /// The environment variable that overrides it.
        String variable() {
            return variable(name);
        }

        /// The environment variable that overrides that key.
        static String variable(String key) {
            return "COUNTERSIGN_" + key.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
        }
    }

    /// A kind of named sections, as `carriers.NAME`.
    ///
    /// @param common the keys that each has
    /// @param kinds the keys that only those of one kind have, by its word; empty when there are no kinds
    record SectionShape(AreaShape common, Map<String, AreaShape> kinds) {
        /// What its keys begin with.
        String word() {
            return common.about().value();
        }

        /// Every key that some kind has.
        List<KeyShape> keys() {
            return Stream.concat(common.keys().stream(), kinds.values().stream().flatMap(kind -> kind.keys().stream()))
                    .toList();
        }
    }

    Schema() {
        for (RecordComponent area : Configuration.class.getRecordComponents()) {
            if (area.getType().isAnnotationPresent(Area.class)) {
                areas.add(area(area.getType().asSubclass(Record.class)));
            }
        }
    }

    List<AreaShape> areas() {
        return areas;
    }

    List<SectionShape> sections() {
        return sections;
    }

    /// The keys of the areas; those of named sections depend on their names.
    List<KeyShape> keys() {
        return areas.stream().flatMap(area -> area.keys().stream()).toList();
    }

    private static Map<String, AreaShape> kinds() {
        Map<String, AreaShape> kinds = new LinkedHashMap<>();
        for (CarrierKind kind : CarrierKind.values()) {
            kinds.put(kind.word(), shape(kind.type(), ""));
        }
        return kinds;
    }

    private static AreaShape area(Class<? extends Record> type) {
        String word = Objects.requireNonNull(type.getAnnotation(Area.class)).value();
        return shape(type, word.isEmpty() ? "" : word + ".");
    }

    private static AreaShape shape(Class<? extends Record> type, String prefix) {
        Area about = Objects.requireNonNull(type.getAnnotation(Area.class), type.getName());
        try {
            Record defaults = type.cast(type.getMethod("standard").invoke(null));
            List<Member> members = new ArrayList<>();
            for (RecordComponent component : type.getRecordComponents()) {
                members.add(member(component, prefix, component.getAccessor().invoke(defaults)));
            }
            return new AreaShape(type, about, defaults, members);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException("the area " + type.getSimpleName() + " is not well-formed", broken);
        }
    }

    private static Member member(RecordComponent component, String prefix, Object standard) {
        if (component.getType().isAnnotationPresent(Area.class)) {
            return shape(component.getType().asSubclass(Record.class), prefix);
        }
        Key key = Objects.requireNonNull(component.getAnnotation(Key.class), component.toString());
        return new KeyShape(prefix + kebab(component.getName()), key, component, standard);
    }

    private static String kebab(String component) {
        return component.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /// Makes the record of an area.
    ///
    /// @throws IllegalArgumentException when the record refuses its values
    static Record make(Class<? extends Record> type, List<Object> values) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Record made = type.getDeclaredConstructor(types).newInstance(values.toArray());
            if (made instanceof Checked checked) {
                checked.check();
            }
            return made;
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof IllegalArgumentException reason) {
                throw reason;
            }
            throw new IllegalStateException(refused.getCause());
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
