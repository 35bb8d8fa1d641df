package dev.countersign.server.config;

import dev.countersign.server.config.Schema.AreaShape;
import dev.countersign.server.config.Schema.KeyShape;
import dev.countersign.server.config.Schema.SectionShape;

/// Writes the reference page of the configuration from the records that are read.
final class ReferencePage {
    private static final String HEAD = """
            # Configuration reference

            Generated from the configuration's own records; don't edit. One file, by convention `countersign.yaml`, given with
            `--config`. `area: {key: value}` and `area.key: value` are the same. Each key can be overridden by the variable
            beside it. A key that does not exist stops the start. Durations are written `500ms`, `60s`, `10m`, `24h`, `7d`.
            A secret is never written here, only where it is: `env:NAME` or `file:/path`.

            `carriers`, `routes` and `templates` have sections whose names are yours; `NAME` stands for one below. A variable
            can change a key of a section that the file has, and makes no new one.
            """;

    private final Values values = new Values();

    String markdown() {
        Schema schema = new Schema();
        StringBuilder page = new StringBuilder(HEAD);
        for (AreaShape area : schema.areas()) {
            String title =
                    area.about().value().isEmpty() ? "General" : area.about().value();
            area(page, title, area, "");
        }
        for (SectionShape section : schema.sections()) {
            String prefix = section.word() + ".NAME";
            area(page, prefix, section.common(), prefix + ".");
            section.kinds().forEach((kind, keys) -> area(page, prefix + " of kind " + kind, keys, prefix + "."));
        }
        return page.toString();
    }

    private void area(StringBuilder page, String title, AreaShape area, String prefix) {
        page.append("\n## ")
                .append(title)
                .append("\n\n")
                .append(area.about().doc())
                .append('\n');
        area.keys().forEach(key -> page.append(entry(key, prefix + key.name())));
    }

    private String entry(KeyShape key, String name) {
        return """

                ### `%s`

                %s

                %s; %s; variable: `%s`

                ```yaml
                %s: %s
                ```
                """.formatted(
                        name,
                        key.about().doc(),
                        capital(values.kind(key.component().getGenericType())),
                        standard(key),
                        KeyShape.variable(name),
                        name,
                        key.about().example());
    }

    private String standard(KeyShape key) {
        String standard = values.show(key.standard());
        if (key.about().required()) {
            return "required";
        }
        return "default: " + (standard.isEmpty() ? "none" : "`" + standard + "`");
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
