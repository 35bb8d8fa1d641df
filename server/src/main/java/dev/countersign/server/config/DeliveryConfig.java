package dev.countersign.server.config;

/// How messages leave.
///
/// @param inbox whether they are kept where a developer reads them instead of being sent
@Area(value = "delivery", doc = "How messages leave.") public record DeliveryConfig(
        @Key(
                doc =
                        "On to keep all messages in the inbox instead of sending them, without any route. While it is off,"
                                + " `serve` refuses every send that no route serves.",
                example = "on")
        boolean inbox) {
    /// The defaults.
    public static DeliveryConfig standard() {
        return new DeliveryConfig(false);
    }
}
