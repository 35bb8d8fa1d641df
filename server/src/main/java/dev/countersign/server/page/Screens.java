package dev.countersign.server.page;

import dev.countersign.challenge.Challenge;
import dev.countersign.challenge.Kind;
import dev.countersign.challenge.Prompt;
import dev.countersign.server.page.html.Screen;
import dev.countersign.server.page.html.Screen.Button;
import dev.countersign.server.page.html.Screen.Entry;
import dev.countersign.server.page.html.Screen.Fact;
import dev.countersign.server.page.html.Screen.Onward;
import dev.countersign.server.page.html.Targets;
import dev.countersign.server.page.html.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a pending challenge shows. Pure.
///
/// @param challenge as it stands
/// @param account the name of whom it is put to
/// @param words the language
record Screens(Challenge challenge, String account, Words words) {
    /// The screen of what is asked for.
    Screen of(Prompt prompt) {
        Screen asked = switch (prompt) {
            case Prompt.SentCode sent -> sent(sent);
            case Prompt.DeviceCode device ->
                screen(words.say("device.ask")).with(entry("answer", "code.label", "device.hint"));
            case Prompt.Enrolment enrolment -> enrolment.allowed() ? allowed() : toBeAllowed(enrolment);
            case Prompt.Elsewhere elsewhere -> elsewhere(elsewhere.way());
        };
        return asked.with(button("cancel", "cancel", "quiet"));
    }

    /// The screen with the secret of a new device.
    Screen device(Screen.Picture picture) {
        return screen(words.say("enrol.scan"))
                .showing(picture)
                .with(entry("confirm", "enrol.first.label", "device.hint"))
                .with(button("cancel", "cancel", "quiet"));
    }

    private Screen sent(Prompt.SentCode sent) {
        if (sent.ways().isEmpty()) {
            return screen(words.say("sent.none"));
        }
        Screen screen = sent.sent()
                ? screen(words.say("sent.done", sent.to())).with(entry("answer", "code.label", "sent.hint"))
                : screen(words.say("sent.ask", sent.to()));
        return sending(screen, sent.ways(), sent.sent());
    }

    private Screen toBeAllowed(Prompt.Enrolment enrolment) {
        if (enrolment.ways().isEmpty()) {
            return screen(words.say("enrol.ask"), words.say("enrol.admin")).with(invited(Optional.empty()));
        }
        Screen screen = enrolment.sent()
                ? screen(words.say("enrol.ask"), words.say("sent.done", enrolment.to()))
                        .with(entry("prove", "code.label", "sent.hint"))
                : screen(words.say("enrol.ask"), words.say("sent.ask", enrolment.to()));
        return sending(
                screen.with(invited(Optional.of(words.say("enrol.admin.folded")))), enrolment.ways(), enrolment.sent());
    }

    private Screen allowed() {
        boolean fresh = challenge.progress().triesLeft() == Challenge.TRIES;
        return screen(words.say("enrol.new"), words.say("enrol.scanned"))
                .with(button("device", fresh ? "enrol.new.button" : "enrol.again.button", "second"))
                .with(entry("confirm", "enrol.first.label", "device.hint"));
    }

    private Screen elsewhere(String way) {
        boolean there = way.equals("custom") && !challenge.progress().kept().isEmpty();
        Screen screen = there
                ? screen(words.say("elsewhere.waiting"))
                        .with(new Onward(
                                "/challenge/" + challenge.id() + "?lang="
                                        + words.language().tag(),
                                words.say("again"),
                                false))
                : screen(words.say("elsewhere." + way));
        return screen.with(new Button(
                path("start"),
                words.say(there ? "elsewhere.custom.again" : "elsewhere." + way + ".button"),
                there ? "second" : "first",
                "way",
                way));
    }

    private Screen sending(Screen screen, List<String> ways, boolean again) {
        Screen shown = screen;
        for (String way : ways) {
            boolean usual = way.equals(ways.getFirst()) && !again;
            shown = shown.with(new Button(
                    path("start"),
                    words.say((again ? "resend." : "send.") + way),
                    usual ? "first" : "second",
                    "way",
                    way));
        }
        return shown;
    }

    private Entry invited(Optional<String> folded) {
        return new Entry(
                "invitation",
                path("invitation"),
                words.say("enrol.admin.label"),
                words.say("enrol.admin.hint", Excuse.tries(challenge, words)),
                words.say("code.submit"),
                folded,
                false);
    }

    private Entry entry(String step, String label, String hint) {
        return new Entry(
                "code",
                path(step),
                words.say(label),
                words.say(hint, Excuse.tries(challenge, words)),
                words.say("code.submit"),
                Optional.empty(),
                true);
    }

    private Button button(String step, String text, String weight) {
        return new Button(path(step), words.say(text), weight, "", "");
    }

    private String path(String step) {
        return "/challenge/" + challenge.id() + "/" + step;
    }

    private Screen screen(String... said) {
        return Screen.of(words.say(challenge.asked().kind().word() + ".title"), said)
                .about(facts());
    }

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(words.say("fact.account"), account));
        if (challenge.asked().kind() == Kind.OPERATION) {
            facts.add(new Fact(
                    words.say("fact.operation"), challenge.asked().operation().name()));
            challenge.asked().operation().fields().forEach(field -> facts.add(new Fact(field.name(), field.value())));
        }
        facts.add(new Fact(words.say("fact.back"), Targets.host(challenge.back().address())));
        return facts;
    }
}
