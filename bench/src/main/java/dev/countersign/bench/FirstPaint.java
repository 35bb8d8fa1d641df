package dev.countersign.bench;

import dev.countersign.bench.browser.Browser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How long a person waits until a page shows something: the browser's own first contentful paint, beside that of the
/// smallest page there is, from the yardstick, in the same browser.
public final class FirstPaint {
    private static final int WARM = 3;

    private FirstPaint() {}

    /// Prints a line a page: the middle and the worst of its first paints, each in a browser that has nothing cached.
    ///
    /// @param arguments `CHROMIUM DIRECTORY LOADS YARDSTICK-URL NAME=URL...`
    public static void main(String... arguments) throws Exception {
        List<String> given = List.of(arguments);
        int loads = Integer.parseInt(given.get(2));
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("the smallest page, from nginx", given.get(3));
        for (String page : given.subList(4, given.size())) {
            pages.put(page.substring(0, page.indexOf('=')), page.substring(page.indexOf('=') + 1));
        }
        try (Browser browser = Browser.start(Path.of(given.get(0)), Path.of(given.get(1)))) {
            Map<String, List<Double>> paints = new LinkedHashMap<>();
            // They take turns, since a shared machine drifts.
            for (int turn = -WARM; turn < loads; turn++) {
                for (Map.Entry<String, String> page : pages.entrySet()) {
                    double millis = browser.firstPaint(page.getValue());
                    if (turn >= 0) {
                        paints.computeIfAbsent(page.getKey(), none -> new ArrayList<>())
                                .add(millis);
                    }
                }
            }
            print(paints);
        }
    }

    private static void print(Map<String, List<Double>> paints) {
        double yardstick = 0;
        for (Map.Entry<String, List<Double>> page : paints.entrySet()) {
            List<Double> sorted = page.getValue().stream().sorted().toList();
            double middle = sorted.get(sorted.size() / 2);
            yardstick = yardstick == 0 ? middle : yardstick;
            System.out.printf(
                    "  %s: %.0f ms in the middle, %.0f at worst of %d, ratio %.2f%n",
                    page.getKey(), middle, Collections.max(sorted), sorted.size(), middle / yardstick);
        }
    }
}
