package dev.countersign.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What code may do.
final class ConductRules {
    /// Services by name. Stores, carriers and dialects are told by what they implement.
    private static final Set<String> SERVICES = Set.of(
            "Verifications",
            "Customers",
            "Users",
            "AccessKeys",
            "Courier",
            "Carriers",
            "Receipts",
            "Gateway",
            "Authentication",
            "Admission",
            "ActionRegistry",
            "Passwords",
            "SignIns",
            "SecondWindows",
            "Seals",
            "Authorisation",
            "Policies",
            "Roles");

    /// Ports whose implementations only the composition root makes.
    private static final Set<String> PORTS =
            Set.of("Outbox", "Inbox", "Carrier", "Dialect", "PasswordHasher", "NumberingPlan");

    /// Who may catch what would otherwise go up to the top of its thread, and why.
    private static final Map<String, String> MAY_CATCH_EVERYTHING = Map.ofEntries(
            Map.entry("gateway.Gateway", "the top of every call"),
            Map.entry("server.http.Sites", "the top of what reaches the port and is no call"),
            Map.entry(
                    "server.http.Arrival", "what the engine throws for a body that never came whole is not published"),
            Map.entry("server.Housekeeper", "the top of its thread"),
            Map.entry("server.audit.Checkpointer", "the top of its thread"),
            Map.entry("server.ServeAssembly", "what a failed start has opened is closed, and the fault goes on"),
            Map.entry("server.DevAssembly", "what a failed start has opened is closed, and the fault goes on"),
            Map.entry("server.Storage", "what a failed start has opened is closed, and the fault goes on"),
            Map.entry("server.Countersign", "a part that does not stop must not keep the others from stopping"),
            Map.entry("delivery.Courier", "the top of its thread: one message's fault must not end the others"),
            Map.entry(
                    "delivery.smpp.Deliveries",
                    "what could not be kept, for whatever reason, is said to the message centre, which sends it again"),
            Map.entry("delivery.smpp.Line", "the top of its thread: whatever ends a session, it is bound again"),
            Map.entry("delivery.Settler", "a result that can't be recorded is tried again, not lost with its thread"),
            Map.entry("delivery.Receipts", "the top of its thread"),
            Map.entry("webhook.Dispatcher", "the top of its threads: one delivery's fault must not end the others"),
            Map.entry("store.SqliteSnapshots", "a copy that fails half-way is taken back, and the fault goes on"),
            Map.entry("store.database.Batch", "a unit of work that fails is taken back alone, not with its neighbours"),
            Map.entry("store.database.SqliteEngine$Open", "a connection that can't be rolled back is thrown away"));

    /// Who may catch a refusal beside the gateway, and why.
    private static final Map<String, String> MAY_CATCH_REFUSALS = Map.ofEntries(
            Map.entry("gateway.Gateway", "the one door"),
            Map.entry(
                    "gateway.dialect.alibaba.AlibabaReader",
                    "credentials that can't be read are refused, but only once the action is known"),
            Map.entry(
                    "gateway.policy.DocumentText",
                    "a document within a parameter: what its JSON lacks is named as the policy's fault"),
            Map.entry("server.dev.DevSurface", "no wire: it words what the JSON reader and the domain refuse"),
            Map.entry("server.dev.ChallengesCall", "no wire: it words why a challenge is not opened"),
            Map.entry("server.page.ChallengeSite", "no wire: a page tells a person why a step was not taken"),
            Map.entry("server.console.Wish", "no wire: a query or a form that can't be read counts as none"),
            Map.entry(
                    "server.console.explorer.JsonText", "no wire: what was typed may be no JSON, which its field says"),
            Map.entry("server.console.signin.Entrance", "no wire: a page tells a person that it is busy"),
            Map.entry("server.Inviting", "no wire: a command says why nobody was invited"),
            Map.entry("server.console.signin.SecondFactor", "no wire: a page tells a person why nobody gets in"),
            Map.entry(
                    "server.console.doctor.Examination",
                    "no wire: what a reader refuses of a request that was pasted is what is shown"),
            Map.entry("server.console.doctor.Signature", "no wire: a slip that can't be read was not the client's"),
            Map.entry("server.dev.standin.StandIns", "no wire: somebody else's page, played"),
            Map.entry("server.dev.standin.CustomPage", "no wire: somebody else's page, played"),
            Map.entry(
                    "delivery.http.Documents",
                    "what another party answers or posts, or a configuration says, is no call: what can't be read is"
                            + " nothing"),
            Map.entry(
                    "server.wechat.HttpWechat",
                    "what another party answers is no call: if it can't be read, nobody is known"));

    static final Set<String> EVERYTHING = Set.of(RuntimeException.class.getName(), Exception.class.getName());

    private final Layout in;

    ConductRules(Layout in) {
        this.in = in;
    }

    /// The exceptions to "nobody catches everything", by class name below the base.
    static Set<String> mayCatchEverything() {
        return MAY_CATCH_EVERYTHING.keySet();
    }

    /// The exceptions to "only the gateway catches refusals", by class name below the base.
    static Set<String> mayCatchRefusals() {
        return MAY_CATCH_REFUSALS.keySet();
    }

    List<Rule> all() {
        return List.of(
                new Rule(
                        "only_the_server_constructs_services",
                        noClasses()
                                .that()
                                .resideInAPackage(in.base() + "..")
                                .and()
                                .resideOutsideOfPackage(in.below("server"))
                                .should()
                                .callConstructorWhere(constructsAService())
                                .because("the wiring is one page that can be read (docs/adr/0003)")),
                new Rule(
                        "time_randomness_and_surroundings_are_given",
                        noClasses()
                                .that()
                                .resideInAPackage(in.base() + "..")
                                .and()
                                .resideOutsideOfPackage(in.below("server"))
                                .should()
                                .callCodeUnitWhere(grabs())
                                .because(
                                        "what is given can be chosen by a test, and by the dev world (docs/adr/0014)")),
                new Rule(
                        "only_the_gateway_catches_refusals",
                        classes()
                                .that(DescribedPredicate.not(named(mayCatchRefusals())))
                                .should(new NotCatch(
                                        Set.of(in.only("refusal.Refused"), in.only("gateway.action.FieldRefused"))))
                                .because("a refusal leaves by one door (docs/adr/0004)")),
                new Rule(
                        "nobody_else_catches_everything",
                        classes()
                                .that(DescribedPredicate.not(named(mayCatchEverything())))
                                .should(new NotCatch(EVERYTHING))
                                .because("a fault that is swallowed half-way can't be explained (docs/adr/0004)")),
                new Rule(
                        "only_the_courier_hands_over",
                        noClasses()
                                .that()
                                .doNotHaveFullyQualifiedName(in.only("delivery.Courier"))
                                .and()
                                // A person's trial of a carrier, in a process of its own.
                                .doNotHaveFullyQualifiedName(in.only("server.carrier.Trial"))
                                .and(DescribedPredicate.not(carriers()))
                                .should()
                                .callMethodWhere(DescribedPredicate.describe(
                                        "hands a message to a carrier",
                                        call -> call.getName().equals("dispatch")
                                                && carriers().test(call.getTargetOwner())))
                                .because("a request never waits for a carrier (docs/adr/0007)")),
                new Rule(
                        "who_reveals_a_secret_does_not_log",
                        noClasses()
                                .that(revealSecrets())
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage("java.util.logging..", "org.slf4j..")
                                .orShould()
                                .dependOnClassesThat()
                                .areAssignableTo(System.Logger.class)
                                .orShould()
                                .accessField(System.class, "out")
                                .orShould()
                                .accessField(System.class, "err")
                                .because("no code, secret or full number is logged, at any level (INVARIANTS.md)")),
                new Rule(
                        "nothing_static_changes",
                        fields().that()
                                .areStatic()
                                .should()
                                .beFinal()
                                .because("state belongs to an object that somebody was given (docs/adr/0003)")),
                new Rule(
                        "classes_are_final",
                        classes()
                                .that()
                                .areTopLevelClasses()
                                .and()
                                .areNotInterfaces()
                                .and()
                                .doNotHaveModifier(JavaModifier.ABSTRACT)
                                .should()
                                .haveModifier(JavaModifier.FINAL)
                                .because("a class is extended by plan or not at all")),
                new Rule(
                        "names_say_what_a_class_is",
                        noClasses()
                                .should()
                                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)")
                                .because("such a name says only that there was none (docs/glossary.md)")));
    }

    private DescribedPredicate<JavaConstructorCall> constructsAService() {
        DescribedPredicate<JavaClass> service = DescribedPredicate.describe(
                "a service or an adapter",
                type -> !type.isRecord()
                        && !type.isAnonymousClass()
                        && type.getPackageName().startsWith(in.base())
                        && (SERVICES.contains(type.getSimpleName())
                                || type.getAllRawInterfaces().stream().anyMatch(this::isPort)));
        return DescribedPredicate.describe(
                "constructs a service or an adapter",
                call -> service.test(call.getTargetOwner())
                        && !call.getTargetOwner().equals(call.getOriginOwner()));
    }

    private DescribedPredicate<JavaClass> carriers() {
        return DescribedPredicate.describe("carriers", type -> type.isAssignableTo(in.only("delivery.Carrier")));
    }

    private boolean isPort(JavaClass type) {
        return type.getPackageName().startsWith(in.base())
                && (PORTS.contains(type.getSimpleName()) || type.getSimpleName().endsWith("Store"));
    }

    private static DescribedPredicate<JavaCall<?>> grabs() {
        return DescribedPredicate.describe("reads clock, randomness or surroundings", call -> grabs(call.getTarget()));
    }

    private static boolean grabs(AccessTarget.CodeUnitCallTarget target) {
        String owner = target.getOwner().getName();
        String name = target.getName();
        boolean noArguments = target.getRawParameterTypes().isEmpty();
        return switch (owner) {
            case "java.lang.System" ->
                Set.of("currentTimeMillis", "nanoTime", "getenv", "getProperty", "getProperties")
                        .contains(name);
            case "java.lang.Math" -> name.equals("random");
            case "java.util.UUID" -> name.equals("randomUUID");
            case "java.util.Random", "java.security.SecureRandom" ->
                name.equals("<init>") || name.startsWith("getInstance");
            case "java.util.concurrent.ThreadLocalRandom" -> name.equals("current");
            case "java.time.Clock", "java.time.InstantSource" -> name.startsWith("system");
            default -> owner.startsWith("java.time.") && name.equals("now") && noArguments;
        };
    }

    private DescribedPredicate<JavaClass> named(Set<String> names) {
        return DescribedPredicate.describe(
                "named", type -> names.stream().anyMatch(name -> type.getName().equals(in.only(name))));
    }

    private DescribedPredicate<JavaClass> revealSecrets() {
        return DescribedPredicate.describe(
                "reveal secrets",
                type -> type.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().getName().equals(in.only("value.Secret"))
                                && call.getName().equals("reveal")));
    }
}
