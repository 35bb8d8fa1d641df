package dev.countersign.server.console.doctor;

import dev.countersign.gateway.Check;
import dev.countersign.gateway.Outcome.Called;
import dev.countersign.gateway.dialect.Claim;
import dev.countersign.gateway.dialect.Dialect;
import dev.countersign.gateway.signing.Reckoning;
import dev.countersign.gateway.signing.SigningKey;
import dev.countersign.gateway.wire.Request;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Refused;
import dev.countersign.server.console.doctor.Finding.Suspicion;
import dev.countersign.value.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Holds a signature against what it should be, and looks for the slip that made it: each usual one is tried,
/// and one that makes the signature fit is what the client did.
final class Signature {
    private static final List<String> USUAL = List.of("clock", "secret", "host", "body", "query", "type");

    private final Dialect dialect;
    private final Vault vault;

    Signature(Dialect dialect, Vault vault) {
        this.dialect = dialect;
        this.vault = vault;
    }

    Finding compare(
            Called called,
            Claim.Signed claim,
            Request request,
            String theirs,
            long aged,
            Optional<CallRefusal> otherKind) {
        Optional<Secret> secret =
                otherKind.isPresent() ? Optional.empty() : vault.find().apply(claim.keyId());
        if (secret.isEmpty()) {
            CallRefusal why = otherKind.orElseGet(() -> new CallRefusal.KeyUnknown(claim.keyId()));
            // What is signed does not depend on the secret.
            List<Sides> sides = claim.signature().reckon(Secret.of("unknown")).stream()
                    .flatMap(one -> texts(one, theirs).stream())
                    .toList();
            return new Finding(Verdict.refused(called, Examination.refusing(why, true)), false, List.of(), sides, aged);
        }
        Optional<Reckoning> reckoned = claim.signature().reckon(secret.get());
        if (reckoned.isEmpty()) {
            return new Finding(Verdict.upTo(called, Check.SIGNATURE), false, List.of(), List.of(), aged);
        }
        Reckoning ours = reckoned.get();
        if (ours.match().fits()) {
            Check next = claim.tokenFirst() ? Check.NONCE : Check.TOKEN;
            return new Finding(Verdict.upTo(called, next), true, List.of(), texts(ours, theirs), aged);
        }
        return differs(called, ours, request, secret.get(), theirs, aged);
    }

    private Finding differs(Called called, Reckoning ours, Request request, Secret secret, String theirs, long aged) {
        List<Suspicion> suspicions = new ArrayList<>();
        ours.problem().ifPresent(problem -> suspicions.add(new Suspicion("said", problem, true)));
        List<Sides> sides = texts(ours, theirs);
        Optional<Reckoning> slip = Optional.empty();
        if (suspicions.isEmpty()) {
            slip = slip(called, request, secret, suspicions);
        }
        if (theirs.isEmpty() && slip.isPresent()) {
            sides = both(ours, slip.get());
        }
        if (suspicions.isEmpty()) {
            sides.stream()
                    .filter(Sides::differ)
                    .findFirst()
                    .flatMap(Signature::where)
                    .ifPresentOrElse(
                            word -> suspicions.add(new Suspicion(word, "", false)),
                            () -> USUAL.forEach(word -> suspicions.add(new Suspicion(word, "", false))));
        }
        Verdict verdict =
                Verdict.refused(called, Examination.refusing(new CallRefusal.NotAuthentic(Optional.empty()), true));
        return new Finding(verdict, false, suspicions, sides, aged);
    }

    /// The first slip that makes the signature fit.
    private Optional<Reckoning> slip(Called called, Request request, Secret secret, List<Suspicion> suspicions) {
        List<Variant> variants = new ArrayList<>(Variant.of(request, secret));
        for (SigningKey other : vault.others()) {
            if (!other.id().equals(called.keyId())) {
                variants.add(new Variant("other", other.id(), request, other.secret()));
            }
        }
        for (Variant variant : variants) {
            Optional<Reckoning> tried = tried(variant);
            if (tried.filter(one -> one.match().fits()).isPresent()) {
                suspicions.add(new Suspicion(variant.word(), variant.part(), true));
                return tried;
            }
        }
        return Optional.empty();
    }

    private Optional<Reckoning> tried(Variant variant) {
        try {
            return dialect.read(variant.request()).claim() instanceof Claim.Signed signed
                    ? signed.signature().reckon(variant.secret())
                    : Optional.empty();
        } catch (Refused unreadable) {
            return Optional.empty();
        }
    }

    private static List<Sides> both(Reckoning ours, Reckoning theirs) {
        List<Sides> sides = new ArrayList<>();
        if (!ours.canonicalRequest().isEmpty()) {
            sides.add(Sides.of("canonical", ours.canonicalRequest(), theirs.canonicalRequest()));
        }
        sides.add(Sides.of("string", ours.stringToSign(), theirs.stringToSign()));
        return sides;
    }

    /// Ours, with the client's beside that which it is like.
    private static List<Sides> texts(Reckoning ours, String theirs) {
        boolean string = ours.canonicalRequest().isEmpty() || likeString(ours, theirs);
        List<Sides> sides = new ArrayList<>();
        if (!ours.canonicalRequest().isEmpty()) {
            sides.add(side("canonical", ours.canonicalRequest(), string ? "" : theirs));
        }
        sides.add(side("string", ours.stringToSign(), string ? theirs : ""));
        return sides;
    }

    private static Sides side(String kind, String ours, String theirs) {
        return theirs.isEmpty() ? Sides.alone(kind, ours) : Sides.of(kind, ours, theirs);
    }

    private static boolean likeString(Reckoning ours, String theirs) {
        return theirs.startsWith(ours.scheme()) || theirs.startsWith("GET&") || theirs.startsWith("POST&");
    }

    /// What the line of a canonical request where the two part is about.
    private static Optional<String> where(Sides sides) {
        if (!sides.kind().equals("canonical")) {
            return Optional.empty();
        }
        List<String> lines = sides.ours().text().lines().toList();
        String line = sides.line() <= lines.size() ? lines.get(sides.line() - 1) : "";
        return switch (sides.line()) {
            case 1 -> Optional.of("method");
            case 2 -> Optional.of("path");
            case 3 -> Optional.of("query");
            default ->
                Optional.of(
                        line.startsWith("host:")
                                ? "host"
                                : line.startsWith("content-type:")
                                        ? "type"
                                        : sides.line() == lines.size() ? "body" : "headers");
        };
    }
}
