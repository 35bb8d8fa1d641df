package dev.countersign.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.countersign.delivery.http.HttpCarrierSettings;
import dev.countersign.delivery.smpp.SmppSettings;
import dev.countersign.delivery.smtp.SmtpSettings;
import dev.countersign.destination.Channel;
import dev.countersign.server.config.Loaded.Effective;
import dev.countersign.server.config.Schema.KeyShape;
import dev.countersign.server.config.Schema.SectionShape;
import dev.countersign.value.Secret;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Carriers, routes and templates: how they are read, and how they are refused.
final class DeliveryPlanTest {
    private static final String SMPP = "{kind: smpp, host: h, system-id: me, password: \"env:P\"}";

    @TempDir
    private Path directory;

    private Path file(String... lines) throws IOException {
        return Files.writeString(directory.resolve("countersign.yaml"), String.join("\n", lines) + "\n");
    }

    private Loaded load(Map<String, String> environment, String... lines) throws IOException {
        return new ConfigurationReader(environment).read(Optional.of(file(lines)));
    }

    private DeliveryPlan read(String... lines) throws IOException {
        return load(Map.of(), lines).configuration().plan();
    }

    private List<String> problems(String... lines) throws IOException {
        Path file = file(lines);
        ConfigurationRefused refused = catchThrowableOfType(
                ConfigurationRefused.class, () -> new ConfigurationReader(Map.of()).read(Optional.of(file)));
        assertThat(refused).as(String.join("\n", lines)).isNotNull();
        return refused.problems().stream()
                .map(problem -> problem.toString().replace(file + ":", ""))
                .toList();
    }

    private static <T> T in(Map<String, T> all, String name) {
        return Objects.requireNonNull(all.get(name), name);
    }

    @Test
    void a_section_is_named_by_its_writer_and_keeps_its_place() throws IOException {
        DeliveryPlan plan = read(
                "carriers:",
                "  zeta: " + SMPP,
                "  alpha:",
                "    kind: smtp",
                "    host: mail",
                "    from: a@example.com",
                "carriers.beta.kind: inbox",
                "routes:",
                "  hk: {carrier: zeta, channels: [sms], prefixes: [852], purposes: [login], weight: 70, price: 0.0075}",
                "  rest: {carrier: beta, channels: [sms, voice]}",
                "templates:",
                "  words: {locale: ar, text: \"{code} {details}\", sender: Acme, domain: acme.example}");
        assertThat(plan.carriers().keySet()).containsExactly("zeta", "alpha", "beta");
        SmppConfig smpp = (SmppConfig) in(plan.carriers(), "zeta").details();
        SmppSettings settings = smpp.settings(Optional.of(9), reference -> Secret.of(reference.text()));
        assertThat(settings.bind().password()).isEqualTo(Secret.of("env:P"));
        assertThat(settings.flow().perSecond()).isEqualTo(9);
        assertThat(settings.endpoint().port()).isEqualTo(2775);
        SmtpSettings mail = ((SmtpConfig) in(plan.carriers(), "alpha").details()).settings(CarrierDetails.UNSEEN);
        assertThat(mail.greeting()).isEqualTo("example.com");
        RouteConfig route = in(plan.routes(), "hk");
        assertThat(route)
                .isEqualTo(new RouteConfig(
                        "zeta", Set.of(Channel.SMS), Set.of("852"), Set.of("login"), 70, new BigDecimal("0.0075")));
        assertThat(route.millionths()).isEqualTo(7_500);
        assertThat(in(plan.routes(), "rest").weight()).isEqualTo(100);
        assertThat(plan.words()).singleElement().satisfies(template -> {
            assertThat(template.name()).isEqualTo("words");
            assertThat(template.scope().locale()).contains("ar");
            assertThat(template.words().domain()).contains("acme.example");
        });
    }

    @Test
    void a_provider_is_described_by_what_is_sent_answered_and_posted() throws IOException {
        DeliveryPlan plan = read(
                "carriers.acme:",
                "  kind: http",
                "  url: https://api.example.com/v1",
                "  auth: bearer",
                "  auth-secret: env:TOKEN",
                "  headers: {X-Id: \"{id}\"}",
                "  body: '{\"to\":\"{to}\",\"text\":\"{text}\"}'",
                "  success-at: /status",
                "  success-values: [ok]",
                "  id-at: /id",
                "  destination-errors: [bad]",
                "  receipt-id-at: /id",
                "  receipt-state-at: /state",
                "  receipt-states: {done: delivered}",
                "  receipt-secret: env:R",
                "  answer-within: 3s",
                "  rate: 30");
        HttpCarrierConfig http = (HttpCarrierConfig) in(plan.carriers(), "acme").details();
        HttpCarrierSettings settings = http.settings(CarrierDetails.UNSEEN);
        assertThat(settings.request().headers()).containsEntry("X-Id", "{id}");
        assertThat(settings.success().statuses()).containsExactlyInAnyOrder(200, 201, 202);
        assertThat(settings.reach().inside()).isFalse();
        assertThat(http.hook(CarrierDetails.UNSEEN)).isPresent();
        assertThat(in(plan.carriers(), "acme").common().pace().orElseThrow().perSecond())
                .isEqualTo(30);
    }

    @Test
    void all_problems_come_in_one_report_with_their_lines() throws IOException {
        assertThat(problems(
                        "carriers:",
                        "  acme:",
                        "    kind: smpp",
                        "    hots: smsc",
                        "    system-id: me",
                        "    password: hunter2",
                        "    from: a@example.com",
                        "  mail: {kind: pigeon}",
                        "  Loud: {kind: inbox}",
                        "  none: {rate: 5}",
                        "routes:",
                        "  a: {carrier: acmo, channels: [sms]}",
                        "  b: {carrier: mail, channels: [fax]}",
                        "  c: {channels: [sms], prefixes: [\"00852\"]}",
                        "templates:",
                        "  t: {text: \"{cod} is it\"}",
                        "  u: {text: \"no code\"}",
                        "  v: {channel: sms, subject: Hello}",
                        "template.w.text: x"))
                .containsExactlyInAnyOrder(
                        "4: carriers.acme.hots is no key; did you mean carriers.acme.host?",
                        "3: carriers.acme.host is missing",
                        "6: carriers.acme.password must say where the secret is, as env:NAME or file:/path,"
                                + " and not be the secret itself",
                        "7: carriers.acme.from is no key of a carrier of kind smpp",
                        "8: carriers.mail.kind must be smpp | http | twilio | tencent-sms | alibaba-sms | smtp | inbox",
                        "9: carriers.Loud has a name that can't be one: it is made of a-z, 0-9 and -, 32 at the most",
                        "10: carriers.none.kind is missing",
                        "12: routes.a.carrier names no carrier; did you mean acme?",
                        "13: routes.b.channels must be sms | voice | email",
                        "14: routes.c.carrier is missing",
                        "16: templates.t.text has {cod}, which is no placeholder; there is {code}, {minutes}, {details},"
                                + " {domain}",
                        "17: templates.u: text lacks {code}",
                        "18: templates.v: only a mail has a subject",
                        "19: template.w.text is no key; did you mean templates.w.text?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "carriers: | carriers must hold keys with values",
                "carriers.a: 5 | carriers.a must hold keys with values",
                "carriers.a: {kind: smpp, system-id: me, password: 'env:P', host: h, tls-check-name: off, tls: on}"
                        + " | needs its own trusted file",
                "carriers.a: {kind: smpp, system-id: much-too-long-to-be, password: 'env:P', host: h} | 15 characters",
                "carriers.a: {kind: smpp, host: h, system-id: m, password: 'env:P', sender: a-name-of-a-mile}"
                        + " | a sender is a name of 1 to 11",
                "carriers.a: {kind: http, url: 'https://h/', body: '{'} | the body is no JSON",
                "carriers.a: {kind: http, url: 'https://h/{cod}', method: GET} | no placeholder is called {cod}",
                "carriers.a: {kind: http, url: 'https://h/', body: '{}', auth: basic} | auth-user is missing",
                "carriers.a: {kind: http, url: 'https://h/', body: '{}', success-at: /a} | go together",
                "carriers.a: {kind: http, url: 'https://h/', body: '{}', receipt-id-at: /a} | receipt-secret is missing",
                "carriers.a: {kind: http, url: 'https://h/', body: '{}', success-statuses: [302]} | from 200 to 299",
                "carriers.a: {kind: twilio, account-sid: AC1, secret: 'env:S', from: '+1'} | 32 hexadecimal digits",
                "carriers.a: {kind: tencent-sms, secret-id: a, secret-key: 'env:S', app-id: 1, template-ids: {Login: 1}}"
                        + " | not for Login",
                "carriers.a: {kind: alibaba-sms, key-id: a, key-secret: 'env:S', signature: s, template-codes: {'*': a b}}"
                        + " | name=value",
                "carriers.a: {kind: smtp, host: h, from: nobody} | from must be a mail address",
                "carriers.a: {kind: smtp, host: h, from: a@example.com, user: me} | go together",
                "carriers.a: {kind: inbox, breaker-share: 101} | 1 to 100 percent",
                "carriers.a: {kind: inbox, rate: 0} | more than none",
                "carriers.inbox: {kind: smtp, host: h, from: a@example.com} | a name that only a carrier of kind inbox",
                "routes.a: {carrier: x, channels: [sms]} | names no carrier; there is none",
                "templates.a: {channel: sms} | it says nothing",
                "templates.a: {text: '{code}', domain: 'https://acme'} | must be a host name",
                "templates.a: {text: '{code}', tenant: me} | must be a whole number",
                "templates.a: {text: '{code}', locale: 'en us'} | must look like"
            })
    void a_section_that_can_not_be_is_refused_with_its_rule(String line, String rule) throws IOException {
        assertThat(problems(line)).singleElement().asString().startsWith("1: ").contains(rule);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "carrier: a, channels: [email] | channels has email, which a carrier of kind smpp can't serve; it serves sms",
                "carrier: a, channels: [sms], weight: 0 | weight must be 1 to 10000",
                "carrier: a, channels: [sms], price: -1 | must be a number",
                "carrier: a, channels: [] | channels must name one"
            })
    void a_route_that_can_not_be_taken_is_refused(String route, String rule) throws IOException {
        assertThat(problems("carriers.a: " + SMPP, "routes.r: {" + route + "}"))
                .singleElement()
                .asString()
                .startsWith("2: ")
                .contains(rule);
    }

    @Test
    void two_templates_for_the_same_messages_are_refused() throws IOException {
        assertThat(problems(
                        "templates.a: {locale: pt_BR, text: \"{code}\"}",
                        "templates.b: {locale: pt-br, text: \"{code}!\"}",
                        "templates.c: {locale: pt, text: \"{code}\"}"))
                .containsExactly("2: templates.b is for the same messages as templates.a");
    }

    @Test
    void everything_to_the_inbox_and_a_route_contradict_each_other() throws IOException {
        assertThat(problems(
                        "delivery.inbox: on", "carriers.a: {kind: inbox}", "routes.r: {carrier: a, channels: [sms]}"))
                .singleElement()
                .asString()
                .contains("no route would ever be taken");
    }

    @Test
    void a_carrier_without_a_route_is_a_warning() throws IOException {
        assertThat(load(
                                Map.of(),
                                "carriers: {a: {kind: inbox}, b: {kind: inbox}}",
                                "routes.r: {carrier: b, channels: [sms]}")
                        .warnings())
                .containsExactly("carriers.a has no route, so that nothing is sent by it");
    }

    @Test
    void a_variable_overrides_a_key_of_a_section_that_there_is() throws IOException {
        Map<String, String> environment = Map.of(
                "COUNTERSIGN_CARRIERS_ACME_HK_HOST", "other",
                "COUNTERSIGN_CARRIERS_ACME_HK_SENDER_BY_PREFIX", "852=ACME, 1=+18885550100",
                "COUNTERSIGN_CARRIERS_UNKNOWN_HOST", "ignored");
        Loaded loaded = load(environment, "carriers.acme-hk: " + SMPP);
        SmppConfig smpp = (SmppConfig)
                in(loaded.configuration().plan().carriers(), "acme-hk").details();
        assertThat(smpp.host()).isEqualTo("other");
        assertThat(smpp.senderByPrefix()).isEqualTo(Map.of("852", "ACME", "1", "+18885550100"));
        assertThat(loaded.effective())
                .contains(
                        new Effective("carriers.acme-hk.host", "other", "COUNTERSIGN_CARRIERS_ACME_HK_HOST"),
                        new Effective(
                                "carriers.acme-hk.password", "env:P", directory.resolve("countersign.yaml") + ":1"),
                        new Effective("carriers.acme-hk.port", "2775", "default"));
        assertThat(loaded.configuration().plan().carriers()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(CarrierKind.class)
    void every_example_of_a_carrier_is_accepted(CarrierKind kind) throws IOException {
        SectionShape shape = new Schema().sections().getFirst();
        List<KeyShape> keys = in(shape.kinds(), kind.word()).keys();
        Loaded loaded = load(Map.of(), "carriers.mine.kind: " + kind.word() + "\n" + examples("carriers.mine.", keys));
        CarrierConfig read = in(loaded.configuration().plan().carriers(), "mine");
        assertThat(read.common().kind()).isEqualTo(kind);
        assertThat(loaded.effective())
                .filteredOn(value -> keys.stream().anyMatch(key -> value.key().equals("carriers.mine." + key.name())))
                .hasSameSizeAs(keys)
                .noneMatch(value -> value.origin().equals("default"));
    }

    @Test
    void every_example_that_all_sections_of_a_sort_have_is_accepted() throws IOException {
        List<SectionShape> sections = new Schema().sections();
        DeliveryPlan plan = read(
                examples("carriers.acme.", sections.get(0).common().keys()),
                "carriers.acme: {host: h, system-id: me, password: \"env:P\"}",
                examples("routes.mine.", sections.get(1).common().keys()),
                examples("templates.mine.", sections.get(2).common().keys()));
        assertThat(in(plan.carriers(), "acme").common().breaking()).isEmpty();
        assertThat(plan.routes()).containsKey("mine");
        assertThat(plan.words()).hasSize(1);
    }

    private static String examples(String prefix, List<KeyShape> keys) {
        return keys.stream()
                .map(key -> prefix + key.name() + ": " + key.about().example())
                .collect(Collectors.joining("\n"));
    }
}
