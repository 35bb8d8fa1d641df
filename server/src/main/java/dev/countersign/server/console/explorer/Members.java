package dev.countersign.server.console.explorer;

import dev.countersign.gateway.action.RecordShape;
import dev.countersign.gateway.action.RecordShape.Member;
import java.util.ArrayList;
import java.util.List;

/// The members of an answer, those of inner objects behind the member that holds them.
final class Members {
    private Members() {}

    static List<ActionScreen.Answers> of(RecordShape shape) {
        List<ActionScreen.Answers> all = new ArrayList<>();
        collect(shape, "", all);
        return all;
    }

    private static void collect(RecordShape shape, String prefix, List<ActionScreen.Answers> all) {
        for (Member member : shape.members()) {
            String path = prefix + member.name() + (member.list() ? "[]" : "");
            all.add(new ActionScreen.Answers(
                    path, member.typeWord(), member.field().doc(), member.optional()));
            RecordShape inner = member.object();
            if (inner != null) {
                collect(inner, path + ".", all);
            }
        }
    }
}
