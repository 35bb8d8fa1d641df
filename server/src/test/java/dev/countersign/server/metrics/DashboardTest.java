package dev.countersign.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.delivery.Carriers;
import dev.countersign.delivery.DeliveryWatch.Leg;
import dev.countersign.delivery.Receipt;
import dev.countersign.destination.Channel;
import dev.countersign.gateway.codec.Json;
import dev.countersign.gateway.wire.Value;
import dev.countersign.value.Bytes;
import dev.countersign.value.RequestId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The dashboard that we ship and the page about metrics, held against what `/metrics` shows.
final class DashboardTest {
    private static final Path OPERATE = Path.of("..", "docs", "operate");
    private static final Pattern METRIC = Pattern.compile("\\b(?:countersign|jvm|process)_[a-z_]+");
    private static final Pattern SELECTED = Pattern.compile("\\b((?:countersign|jvm|process)_[a-z_]+)\\{([^}]*)}");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)(?:=~|!=|!~|=)\"");
    private static final Pattern GROUPED = Pattern.compile("\\bby \\(([^)]*)\\)");
    private static final Set<String> PANELS = Set.of("row", "timeseries", "stat");

    /// Everything that is shown, with one sample at least: the labels of each name that a query may use.
    private static Map<String, Set<String>> published() {
        Metrics metrics = new Metrics(Set.of("SendVerifyCode"));
        DeliveryMetrics delivery = metrics.delivery();
        Leg leg = new Leg("m", Channel.SMS, "acme", "texts", "852", Optional.empty());
        delivery.handed(leg, Duration.ZERO, Duration.ZERO);
        delivery.receipt(leg, Receipt.State.DELIVERED, Duration.ZERO);
        delivery.completed(leg, Duration.ZERO);
        delivery.carriers(() -> List.of(new Carriers.Standing("acme", List.of(), true, false, 0)));
        metrics.outbox(() -> 0);
        metrics.receiptRefused("acme", "forged");
        metrics.answered("tencent", "SendVerifyCode", "ok", "success");
        metrics.answered(200, Duration.ZERO);
        metrics.disabled(1, "phone");
        metrics.spraying(1);
        metrics.fault(new RequestId("r"), new IllegalStateException());
        Map<String, Set<String>> names = new LinkedHashMap<>();
        metrics.text().lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            Set<String> labels =
                    LABEL.matcher(line).results().map(found -> found.group(1)).collect(Collectors.toSet());
            names.computeIfAbsent(line.replaceAll("[{ ].*", ""), name -> new HashSet<>())
                    .addAll(labels);
        });
        return names;
    }

    private static Value.Fields dashboard() throws IOException {
        return (Value.Fields) Json.read(
                Bytes.of(Files.readAllBytes(OPERATE.resolve("grafana").resolve("countersign.json"))), "dashboard");
    }

    private static Value at(Value.Fields fields, String name) {
        return Objects.requireNonNull(fields.fields().get(name), name);
    }

    private static String text(Value.Fields fields, String name) {
        return ((Value.Text) at(fields, name)).text();
    }

    private static int number(Value.Fields fields, String name) {
        return Integer.parseInt(((Value.Number) at(fields, name)).literal());
    }

    private static List<Value.Fields> items(Value.Fields fields, String name) {
        return ((Value.Items) at(fields, name))
                .items().stream().map(Value.Fields.class::cast).toList();
    }

    private static List<Value.Fields> targets(Value.Fields dashboard) {
        return items(dashboard, "panels").stream()
                .filter(panel -> !text(panel, "type").equals("row"))
                .flatMap(panel -> items(panel, "targets").stream())
                .toList();
    }

    private static List<String> queries(Value.Fields dashboard) {
        List<String> all = new ArrayList<>(
                targets(dashboard).stream().map(target -> text(target, "expr")).toList());
        items((Value.Fields) at(dashboard, "templating"), "list").stream()
                .filter(variable -> text(variable, "type").equals("query"))
                .forEach(variable -> all.add(text((Value.Fields) at(variable, "query"), "query")));
        return all;
    }

    @Test
    void the_dashboard_has_the_form_that_grafana_imports() throws IOException {
        Value.Fields dashboard = dashboard();
        assertThat(number(dashboard, "schemaVersion")).isBetween(36, 41);
        assertThat(text(dashboard, "uid")).matches("[a-zA-Z0-9_-]{1,40}");
        assertThat(text(dashboard, "title")).isEqualTo("Countersign");
        assertThat(dashboard.fields()).as("an import makes the id").doesNotContainKey("id");
        Set<Integer> ids = new HashSet<>();
        Set<String> places = new HashSet<>();
        for (Value.Fields panel : items(dashboard, "panels")) {
            assertThat(PANELS).contains(text(panel, "type"));
            assertThat(ids.add(number(panel, "id"))).as(text(panel, "title")).isTrue();
            Value.Fields grid = (Value.Fields) at(panel, "gridPos");
            assertThat(number(grid, "x") + number(grid, "w")).isLessThanOrEqualTo(24);
            for (int x = 0; x < number(grid, "w"); x++) {
                for (int y = 0; y < number(grid, "h"); y++) {
                    String place = (number(grid, "x") + x) + "," + (number(grid, "y") + y);
                    assertThat(places.add(place))
                            .as("%s overlaps at %s", text(panel, "title"), place)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void every_target_asks_the_data_source_that_is_chosen_and_has_a_letter_of_its_own() throws IOException {
        for (Value.Fields panel : items(dashboard(), "panels")) {
            if (!text(panel, "type").equals("row")) {
                List<Value.Fields> targets = items(panel, "targets");
                assertThat(targets).isNotEmpty();
                assertThat(targets.stream().map(target -> text(target, "refId")))
                        .doesNotHaveDuplicates();
                for (Value.Fields target : targets) {
                    Value.Fields source = (Value.Fields) at(target, "datasource");
                    assertThat(text(source, "type")).isEqualTo("prometheus");
                    assertThat(text(source, "uid")).isEqualTo("${datasource}");
                }
            }
        }
        assertThat(items((Value.Fields) at(dashboard(), "templating"), "list"))
                .extracting(variable -> text(variable, "name"))
                .containsExactly("datasource", "carrier", "route", "country", "channel");
    }

    @Test
    void every_query_names_metrics_and_labels_that_are_published() throws IOException {
        Map<String, Set<String>> published = published();
        List<String> queries = queries(dashboard());
        assertThat(queries).hasSizeGreaterThan(25);
        for (String query : queries) {
            Set<String> asked =
                    METRIC.matcher(query).results().map(MatchResult::group).collect(Collectors.toSet());
            assertThat(asked).as(query).isNotEmpty();
            assertThat(published.keySet()).as(query).containsAll(asked);
            SELECTED.matcher(query)
                    .results()
                    .forEach(found -> assertThat(published.get(found.group(1)))
                            .as(query)
                            .containsAll(LABEL.matcher(found.group(2))
                                    .results()
                                    .map(label -> label.group(1))
                                    .toList()));
            GROUPED.matcher(query)
                    .results()
                    .forEach(found -> asked.forEach(metric -> assertThat(published.get(metric))
                            .as(query)
                            .containsAll(List.of(found.group(1).split(", ")))));
            assertThat(query.chars().filter(c -> c == '(').count())
                    .isEqualTo(query.chars().filter(c -> c == ')').count());
        }
    }

    @Test
    void the_page_about_metrics_names_all_of_them_with_their_labels_and_no_other() throws IOException {
        String page = Files.readString(OPERATE.resolve("metrics.md"));
        Map<String, Set<String>> told = new LinkedHashMap<>();
        page.lines().filter(line -> line.startsWith("| `")).forEach(line -> {
            String[] cells = line.split("\\|");
            Set<String> labels = new TreeSet<>(List.of(cells[3].strip().split(", ")));
            labels.remove("");
            METRIC.matcher(cells[1]).results().forEach(found -> told.put(found.group(), labels));
        });
        Map<String, Set<String>> shown = new LinkedHashMap<>();
        published().forEach((name, labels) -> {
            String metric = name.replaceFirst("_(bucket|sum|count)$", "");
            Set<String> own = new TreeSet<>(labels);
            own.remove("le");
            shown.merge(metric, own, (a, b) -> a);
        });
        assertThat(told).isEqualTo(shown);
    }
}
