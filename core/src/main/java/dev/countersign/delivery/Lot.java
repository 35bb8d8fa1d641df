package dev.countersign.delivery;

/// What a message draws for a route: always the same, and as good as random over many messages.
///
/// @param message the message's id
/// @param route the route's name
record Lot(String message, String route) {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /// When a route with so many points comes up: exponentially distributed, sooner with more points, never
    /// without.
    double arrival(double points) {
        return points <= 0 ? Double.POSITIVE_INFINITY : -Math.log(uniform()) / points;
    }

    /// Above 0, at most 1.
    double uniform() {
        return ((hash() >>> 11) + 1) * 0x1.0p-53;
    }

    private long hash() {
        long mixed = GOLDEN;
        for (String text : new String[] {message, route}) {
            for (int i = 0; i < text.length(); i++) {
                mixed = scatter(mixed ^ text.charAt(i));
            }
            mixed = scatter(mixed + GOLDEN);
        }
        return mixed;
    }

    /// The finaliser of SplitMix64 (Steele, Lea and Flood, 2014).
    private static long scatter(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
