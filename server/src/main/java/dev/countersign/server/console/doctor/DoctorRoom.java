package dev.countersign.server.console.doctor;

import dev.countersign.gateway.wire.Response;
import dev.countersign.server.console.Room;
import dev.countersign.server.console.Visit;
import dev.countersign.server.console.doctor.DoctorScreen.Known;
import dev.countersign.server.console.doctor.DoctorScreen.Typed;
import dev.countersign.server.console.html.ConsolePages;
import dev.countersign.server.console.html.Icon;
import dev.countersign.server.journal.Entry;
import dev.countersign.server.journal.RequestJournal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `/console/doctor`: explains a request id, or a request that is pasted.
public final class DoctorRoom implements Room {
    private static final String ID = "(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final int LONGEST_SHOWN = 200;

    private final RequestJournal journal;
    private final Examination examination;
    private final CodeBook codes;
    private final ConsolePages pages;

    /// @param journal what is known of ids
    /// @param examination looks at what is pasted
    /// @param codes what codes mean
    /// @param pages writes pages
    public DoctorRoom(RequestJournal journal, Examination examination, CodeBook codes, ConsolePages pages) {
        this.journal = journal;
        this.examination = examination;
        this.codes = codes;
        this.pages = pages;
    }

    @Override
    public String name() {
        return "doctor";
    }

    @Override
    public Icon icon() {
        return Icon.PULSE;
    }

    @Override
    public Response answer(Visit visit) {
        if (!visit.path().isEmpty()) {
            return pages.say(404, visit.shell(), "nowhere");
        }
        DoctorScreen screen = visit.posted() ? pasted(visit) : asked(visit);
        return pages.answer(
                200, visit.posted() ? visit.shell().at("/console/doctor") : visit.shell(), "doctor/index", screen);
    }

    private DoctorScreen asked(Visit visit) {
        String id = visit.value("id").strip();
        if (id.isEmpty()) {
            return screen(Typed.NOTHING, Optional.empty(), Optional.empty());
        }
        if (!id.matches(ID)) {
            return screen(
                    new Typed(id, visit.words().say("wrong.id"), "", "", "", ""), Optional.empty(), Optional.empty());
        }
        Optional<Known> known =
                journal.find(id.toLowerCase(java.util.Locale.ROOT)).map(entry -> known(entry, visit));
        return new DoctorScreen(
                new Typed(id, "", "", "", "", ""), journal.reach(), known.isEmpty(), known, Optional.empty());
    }

    private Known known(Entry entry, Visit visit) {
        Verdict verdict = entry.outcome()
                .refused()
                .map(by -> Verdict.refused(entry.outcome().called(), by))
                .orElseGet(() -> Verdict.passed(entry.outcome().called()));
        List<Sides> sides = new ArrayList<>();
        entry.outcome().signed().ifPresent(basis -> {
            if (!basis.canonicalRequest().isEmpty()) {
                sides.add(Sides.alone("canonical", basis.canonicalRequest()));
            }
            sides.add(Sides.alone("string", basis.stringToSign()));
        });
        return new Known(
                entry,
                verdict,
                codes.meaning(
                        entry.outcome().called(),
                        entry.outcome().code(),
                        visit.words().language()),
                List.copyOf(sides));
    }

    private DoctorScreen pasted(Visit visit) {
        String request = visit.value("request");
        String theirs = visit.value("theirs").replace("\r\n", "\n").stripTrailing();
        String wrong = "";
        String wrongTheirs = theirs.length() > Pasted.LONGEST
                ? visit.words().say("wrong.long", Integer.toString(Pasted.LONGEST))
                : "";
        Optional<Finding> finding = Optional.empty();
        if (request.isBlank()) {
            // A form that is too large for the console arrives as an empty one.
            wrong = visit.words()
                    .say(visit.sent().isEmpty() ? "wrong.long" : "wrong.empty", Integer.toString(Pasted.LONGEST));
        } else {
            switch (Pasted.of(request)) {
                case Pasted.Wrong one -> wrong = visit.words().say(one.key(), brief(one.part()));
                case Pasted.Read read -> {
                    if (wrongTheirs.isEmpty()) {
                        finding = Optional.of(examination.examine(read.request(), theirs));
                    }
                }
            }
        }
        return screen(new Typed("", "", request, wrong, visit.value("theirs"), wrongTheirs), Optional.empty(), finding);
    }

    private DoctorScreen screen(Typed typed, Optional<Known> known, Optional<Finding> finding) {
        return new DoctorScreen(typed, journal.reach(), false, known, finding);
    }

    private static String brief(String part) {
        return part.length() <= LONGEST_SHOWN ? part : part.substring(0, LONGEST_SHOWN) + "…";
    }
}
