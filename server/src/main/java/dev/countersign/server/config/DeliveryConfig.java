package dev.countersign.server.config;

/// How messages leave.
///
/// @param inbox whether they are kept where a developer reads them instead of being sent
@Area(value = "delivery", doc = "How messages leave.") public record DeliveryConfig(
        @Key(
                doc =
                        "On to keep messages in the inbox instead of sending them. There is no other carrier yet: while it is off,"
                                + " `serve` refuses every send.",
                example = "on")
        boolean inbox) {
    /// The defaults.
    public static DeliveryConfig standard() {
        return new DeliveryConfig(false);
    }
}
