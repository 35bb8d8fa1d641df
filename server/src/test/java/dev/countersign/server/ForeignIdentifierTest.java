package dev.countersign.server;

import dev.countersign.gateway.action.RecordShape;
import dev.countersign.gateway.action.Registered;
import dev.countersign.gateway.codec.Json;
import dev.countersign.gateway.dialect.Naming;
import dev.countersign.gateway.wire.Value;
import dev.countersign.server.Belongings.Household;
import dev.countersign.server.ForeignWalk.Probe;
import dev.countersign.tenant.Principal;
import dev.countersign.testkit.Totp;
import dev.countersign.testkit.wire.DevClient;
import dev.countersign.totp.TotpSecret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A tenant never learns of another's: every action that takes a name answers another tenant's as one that nothing
/// has, and leaves alone what it names.
class ForeignIdentifierTest {
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    private static final Household DEV = new Household(100_000_000_001L, DevClient.ROOT, "csk_dev_root");
    private static final Household OTHER = new Household(100_000_000_002L, DevClient.OTHER, "csk_other_root");
    private static final Pattern NAMING = Pattern.compile(
            "(?i).*(uin|id|name|arn|(?<!s)token|keyword|serialnumber|principal|jti|proof|code|document|identity|key"
                    + "|phonenum|mail|phonenumber|mobilenumber)|to");

    @TempDir
    Path directory;

    private ChallengeWorld world;

    @BeforeEach
    void begin() {
        world = new ChallengeWorld(directory);
        world.storage
                .tenants()
                .addApiKey(world.storage.seals().lookup("api-key", OTHER.bearer()), OTHER.root(), Set.of("*"));
        for (Household one : List.of(DEV, OTHER)) {
            world.services
                    .access()
                    .devices()
                    .assign(new Principal(one.root(), one.root(), "root"), TotpSecret.of(SECRET));
        }
    }

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void another_tenants_identifier_is_answered_as_one_that_nothing_has() {
        Belongings absent = Belongings.absent();
        Belongings own = Belongings.basic(world, OTHER, "own");
        Belongings foreign = Belongings.all(world, DEV);
        List<Probe> probes = ForeignWalk.probes(() -> Totp.code(SECRET, world.clock.instant()));
        List<Probe> makers = ForeignWalk.makers();
        Map<Probe, String> unknown = new LinkedHashMap<>();
        SoftAssertions softly = new SoftAssertions();

        for (Probe probe : Stream.concat(probes.stream(), makers.stream()).toList()) {
            boolean makes = makers.contains(probe);
            String theirs = say(OTHER, probe, foreign, own, makes);
            String nobodys = say(OTHER, probe, absent, own, makes);
            unknown.put(probe, nobodys);
            softly.assertThat(theirs).as("%s", probe).isEqualTo(nobodys);
        }
        for (Probe probe : Stream.concat(makers.stream(), probes.stream())
                .filter(Probe::telling)
                .toList()) {
            world.clock.advance(Duration.ofSeconds(1));
            softly.assertThat(say(DEV, probe, foreign, foreign, makers.contains(probe)))
                    .as("%s as its owner calls it: it names something, which the calls before left alone", probe)
                    .isNotEqualTo(unknown.get(probe));
        }
        softly.assertAll();
    }

    @Test
    void every_action_and_every_parameter_that_names_something_is_walked() {
        Set<String> walked = Stream.concat(ForeignWalk.probes(() -> "").stream(), ForeignWalk.makers().stream())
                .flatMap(probe -> Stream.of(probe.action(), probe.action() + "." + probe.parameter()))
                .collect(Collectors.toCollection(TreeSet::new));
        SoftAssertions softly = new SoftAssertions();
        for (Registered<?, ?> action : world.services.registry().actions()) {
            String name = named(action);
            softly.assertThat(walked.contains(name) ^ ForeignWalk.EXEMPT.containsKey(name))
                    .as("%s is either walked or exempt", name)
                    .isTrue();
            if (name.startsWith("alibaba ") && ForeignWalk.EXEMPT.containsKey(name)) {
                continue;
            }
            RecordShape shape = RecordShape.of(action.spec().request(), naming(action));
            for (String parameter : named(shape, "")) {
                boolean nameless = ForeignWalk.NAMELESS.containsKey(name + "." + parameter)
                        || ForeignWalk.NAMELESS.containsKey("*." + parameter);
                softly.assertThat(walked.contains(name + "." + parameter) ^ nameless)
                        .as("%s.%s is either walked or said to name nothing", name, parameter)
                        .isTrue();
            }
        }
        softly.assertAll();
    }

    /// The clouds have actions of the same name: those of the second are told apart.
    private static String named(Registered<?, ?> action) {
        return (action.product().dialect().equals("alibaba") ? "alibaba " : "")
                + action.spec().name();
    }

    private static Naming naming(Registered<?, ?> action) {
        return action.spec().route().isPresent() ? Naming.CAMEL : Naming.PASCAL;
    }

    private static List<String> named(RecordShape shape, String prefix) {
        return shape.members().stream()
                .flatMap(member -> {
                    String name = prefix + member.name();
                    RecordShape object = member.object();
                    return object == null
                            ? Stream.of(name)
                                    .filter(any -> member.kind() != RecordShape.Kind.FLAG)
                                    .filter(any -> NAMING.matcher(member.name()).matches())
                            : named(object, name + ".").stream();
                })
                .toList();
    }

    /// What a call comes to, with none of the names that it carried.
    private String say(Household by, Probe probe, Belongings it, Belongings own, boolean makes) {
        Registered<?, ?> action = world.services.registry().actions().stream()
                .filter(one -> named(one).equals(probe.action()))
                .findFirst()
                .orElseThrow();
        Value.Fields parameters = probe.parameters().of(it, own);
        if (action.product().dialect().equals("alibaba")) {
            return it.without(alibaba(by, action, parameters));
        }
        return it.without(
                action.spec().route().isPresent()
                        ? rest(by, action, parameters, makes)
                        : cloud(by, action, parameters, makes));
    }

    private String alibaba(Household by, Registered<?, ?> action, Value.Fields parameters) {
        String[] texts = parameters.fields().entrySet().stream()
                .flatMap(one -> Stream.of(one.getKey(), ((Value.Text) one.getValue()).text()))
                .toArray(String[]::new);
        DevClient.Answer answer =
                world.acs(by.key(), action.product().version(), action.spec().name(), texts);
        Map<String, Value> fields = new LinkedHashMap<>(((Value.Fields) answer.body()).fields());
        fields.remove("RequestId");
        return answer.status() + " " + Json.write(new Value.Fields(fields)).toUtf8();
    }

    private String cloud(Household by, Registered<?, ?> action, Value.Fields parameters, boolean makes) {
        DevClient.Outcome outcome =
                world.signed(by.key(), action.product().version(), action.spec().name(), parameters);
        if (makes && outcome.code().equals("ok")) {
            return "ok " + new TreeSet<>(outcome.fields().keySet());
        }
        Map<String, Value> fields = new LinkedHashMap<>(outcome.fields());
        fields.remove("RequestId");
        return Json.write(new Value.Fields(fields)).toUtf8();
    }

    private String rest(Household by, Registered<?, ?> action, Value.Fields parameters, boolean makes) {
        String path = action.spec().route().orElseThrow().path();
        Map<String, Value> body = new LinkedHashMap<>(parameters.fields());
        for (Map.Entry<String, Value> one : parameters.fields().entrySet()) {
            String place = "{" + one.getKey() + "}";
            if (path.contains(place)) {
                path = path.replace(
                        place,
                        switch (one.getValue()) {
                            case Value.Text text -> text.text();
                            case Value.Number number -> number.literal();
                            default -> throw new IllegalStateException(place);
                        });
                body.remove(one.getKey());
            }
        }
        ChallengeWorld.Answer answer =
                world.callWith(by.bearer(), action.spec().route().orElseThrow().method(), path, new Value.Fields(body));
        if (makes && answer.status() < 300) {
            return answer.status() + " " + new TreeSet<>(answer.body().fields().keySet());
        }
        Map<String, Value> fields = new LinkedHashMap<>(answer.body().fields());
        fields.remove("instance");
        return answer.status() + " " + Json.write(new Value.Fields(fields)).toUtf8();
    }
}
