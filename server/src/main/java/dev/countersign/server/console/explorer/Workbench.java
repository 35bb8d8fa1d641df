package dev.countersign.server.console.explorer;

import dev.countersign.gateway.action.Route;
import dev.countersign.gateway.client.Scheme;
import dev.countersign.gateway.signing.Outgoing;
import dev.countersign.gateway.signing.Signed;
import dev.countersign.server.console.Visit;
import dev.countersign.server.console.explorer.ActionScreen.Form;
import dev.countersign.server.console.explorer.ActionScreen.Made;
import dev.countersign.server.console.sample.Samples;
import dev.countersign.server.console.sample.Wanted;
import dev.countersign.server.page.html.Language;
import dev.countersign.server.page.html.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Makes of a filled form what the page shows: the signed call, its code, and the answer when one is asked for.
public final class Workbench {
    private static final String CALL = "call";

    private final CallerKeys keys;
    private final Wire wire;
    private final Moments moments;
    private final Samples samples = new Samples();

    /// @param keys who can be called as
    /// @param wire where calls go
    /// @param moments what makes a call this one
    public Workbench(CallerKeys keys, Wire wire, Moments moments) {
        this.keys = keys;
        this.wire = wire;
        this.moments = moments;
    }

    ActionScreen screen(Entry entry, Visit visit) {
        List<Row> rows = Row.of(entry.request());
        Draft draft = Draft.of(entry, rows, visit);
        List<CallerKey> able = able(visit, entry);
        CallerKey key = able.stream()
                .filter(one -> one.name().equals(draft.key()))
                .findFirst()
                .orElse(able.getFirst());
        Filled filled = Filled.of(rows, draft.values());
        boolean timely = draft.at().isEmpty() || Moments.typed(draft.at()).isPresent();
        boolean bearable = Moments.bearable(draft.nonce());
        boolean whole = filled.wrong().isEmpty() && timely && bearable;
        Language language = visit.words().language();
        List<Meaning> codes = Meaning.of(entry, language);
        List<Meaning> common = Meaning.common(entry, language);
        Outgoing.Moment moment = moments.of(draft);
        Outgoing call = new Outgoing(
                new Outgoing.Address(
                        draft.method(),
                        wire.host(),
                        entry.spec().route().map(Route::path).orElse("/")),
                new Outgoing.Asked(
                        entry.name(), entry.product().version(), entry.product().name()),
                filled.parameters(),
                moment);
        Optional<Signed> signed = whole ? Optional.of(draft.scheme().signer().sign(call, key.key())) : Optional.empty();
        boolean calls = visit.posted() && visit.value("do").equals(CALL) && whole && key.calls();
        Optional<Answered> answered = calls ? signed.flatMap(wire::send) : Optional.empty();
        Optional<Answered.Told> told = answered.flatMap(Answered::refusal);
        return new ActionScreen(
                entry,
                new Form(
                        rows.stream()
                                .map(row -> new Field(
                                        row,
                                        draft.values().getOrDefault(row.path(), ""),
                                        wrong(row, filled, told, visit.words())))
                                .toList(),
                        able,
                        key.name(),
                        Scheme.of(entry.product().dialect()),
                        draft.scheme(),
                        draft.method(),
                        draft.at(),
                        draft.nonce(),
                        timely ? "" : visit.words().say("wrong.time"),
                        bearable ? "" : visit.words().say("wrong.nonce")),
                new Made(
                        calls,
                        moment,
                        signed.map(one -> key.known() ? one : withoutKeys(one)),
                        answered,
                        told.flatMap(one -> meaning(one, codes).or(() -> meaning(one, common))),
                        whole
                                ? samples.of(
                                        new Wanted(entry.product().dialect(), draft.scheme(), wire.protocol(), call))
                                : List.of()),
                Members.of(entry.response()),
                codes,
                common,
                draft.link(entry, rows));
    }

    /// What is derived from a secret is as good as it for a day.
    private static Signed withoutKeys(Signed signed) {
        return new Signed(
                signed.method(),
                signed.target(),
                signed.headers(),
                signed.body(),
                signed.steps().stream()
                        .filter(step -> step.kind() != Signed.Kind.DERIVED_KEY)
                        .toList());
    }

    private List<CallerKey> able(Visit visit, Entry entry) {
        List<CallerKey> theirs = keys.of(visit.guest()).stream()
                .filter(key -> key.own() == entry.own())
                .toList();
        return theirs.isEmpty()
                ? CallerKey.examples().stream()
                        .filter(key -> key.own() == entry.own())
                        .toList()
                : theirs;
    }

    /// What can't be sent, or else what the wire said of this parameter, in its own words.
    private static String wrong(Row row, Filled filled, Optional<Answered.Told> told, Words words) {
        String key = filled.wrong().get(row.path());
        return key != null
                ? words.say(key)
                : told.map(Answered.Told::message)
                        .filter(message -> names(message, row.path()))
                        .orElse("");
    }

    private static boolean names(String message, String path) {
        return Pattern.compile("(?<![\\p{Alnum}.])" + Pattern.quote(path.toLowerCase(Locale.ROOT)) + "(?![\\p{Alnum}])")
                .matcher(message.toLowerCase(Locale.ROOT))
                .find();
    }

    private static Optional<Meaning> meaning(Answered.Told told, List<Meaning> codes) {
        return codes.stream().filter(code -> code.code().equals(told.code())).findFirst();
    }
}
