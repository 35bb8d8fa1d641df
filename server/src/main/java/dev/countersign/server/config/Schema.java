package dev.countersign.server.config;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// Everything that can be configured, read once from the records of [Configuration].
final class Schema {
    private final List<AreaShape> areas = new ArrayList<>();

    /// An area.
    ///
    /// @param type its record
    /// @param defaults the record's defaults
    record AreaShape(Class<? extends Record> type, Area about, Record defaults, List<KeyShape> keys) {}

    /// A key.
    ///
    /// @param name the key in the file
    /// @param component the record's component
    /// @param standard its default
    record KeyShape(String name, Key about, RecordComponent component, Object standard) {
        /// The environment variable that overrides it.
        String variable() {
            return "COUNTERSIGN_" + name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
        }
    }

    Schema() {
        for (RecordComponent area : Configuration.class.getRecordComponents()) {
            areas.add(shape(area.getType().asSubclass(Record.class)));
        }
    }

    List<AreaShape> areas() {
        return areas;
    }

    List<KeyShape> keys() {
        return areas.stream().flatMap(area -> area.keys().stream()).toList();
    }

    private static AreaShape shape(Class<? extends Record> type) {
        Area about = Objects.requireNonNull(type.getAnnotation(Area.class), type.getName());
        try {
            Record defaults = type.cast(type.getMethod("standard").invoke(null));
            List<KeyShape> keys = new ArrayList<>();
            for (RecordComponent component : type.getRecordComponents()) {
                Key key = Objects.requireNonNull(component.getAnnotation(Key.class), component.toString());
                String prefix = about.value().isEmpty() ? "" : about.value() + ".";
                keys.add(new KeyShape(
                        prefix + kebab(component.getName()),
                        key,
                        component,
                        component.getAccessor().invoke(defaults)));
            }
            return new AreaShape(type, about, defaults, keys);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException("the area " + type.getSimpleName() + " is not well-formed", broken);
        }
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
