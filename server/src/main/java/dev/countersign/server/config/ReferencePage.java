package dev.countersign.server.config;

import dev.countersign.server.config.Schema.AreaShape;
import dev.countersign.server.config.Schema.KeyShape;

/// Writes the reference page of the configuration from the records that are read.
final class ReferencePage {
    private static final String HEAD = """
            # Configuration reference

            Generated from the configuration's own records; don't edit. One file, by convention `countersign.yaml`, given with
            `--config`. `area: {key: value}` and `area.key: value` are the same. Each key can be overridden by the variable
            beside it. A key that does not exist stops the start. Durations are written `500ms`, `60s`, `10m`, `24h`, `7d`.
            A secret is never written here, only where it is: `env:NAME` or `file:/path`.
            """;

    private final Values values = new Values();

    String markdown() {
        StringBuilder page = new StringBuilder(HEAD);
        for (AreaShape area : new Schema().areas()) {
            String title =
                    area.about().value().isEmpty() ? "General" : area.about().value();
            page.append("\n## ")
                    .append(title)
                    .append("\n\n")
                    .append(area.about().doc())
                    .append('\n');
            area.keys().forEach(key -> page.append(entry(key)));
        }
        return page.toString();
    }

    private String entry(KeyShape key) {
        String standard = values.show(key.standard());
        return """

                ### `%s`

                %s

                %s; default: %s; variable: `%s`

                ```yaml
                %s: %s
                ```
                """.formatted(
                        key.name(),
                        key.about().doc(),
                        capital(values.kind(key.component().getGenericType())),
                        standard.isEmpty() ? "none" : "`" + standard + "`",
                        key.variable(),
                        key.name(),
                        key.about().example());
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
