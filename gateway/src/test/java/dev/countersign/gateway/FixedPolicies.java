package dev.countersign.gateway;

import dev.countersign.gateway.policy.RamGrammar;
import dev.countersign.gateway.policy.TencentGrammar;
import dev.countersign.policy.AttachedPolicies;
import dev.countersign.policy.AttachedPolicy;
import dev.countersign.policy.Authorisation;
import dev.countersign.policy.Documents;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Policies that a test wrote down.
public final class FixedPolicies implements AttachedPolicies {
    private static final String EVERYTHING =
            "{'version':'2.0','statement':{'effect':'allow','action':'*','resource':'*'}}";

    private static final Documents DOCUMENTS = new Documents(List.of(new TencentGrammar(), new RamGrammar()));

    private final Map<Long, List<AttachedPolicy>> users = new HashMap<>();
    private final Map<Long, List<AttachedPolicy>> roles = new HashMap<>();

    /// Gives a user a policy; its id counts up from 1. Single quotes stand for double ones.
    public void give(long uin, String document) {
        List<AttachedPolicy> has = users.computeIfAbsent(uin, user -> new ArrayList<>());
        has.add(policy(has.size() + 1, document));
    }

    /// Gives a user everything.
    public void everything(long uin) {
        give(uin, EVERYTHING);
    }

    /// Gives a role a policy.
    public void giveRole(long role, String document) {
        List<AttachedPolicy> has = roles.computeIfAbsent(role, id -> new ArrayList<>());
        has.add(policy(has.size() + 1, document));
    }

    private static AttachedPolicy policy(int id, String document) {
        String text = document.replace('\'', '"');
        return new AttachedPolicy(id, "policy-" + id, DOCUMENTS.grammarOf(text), text);
    }

    /// What decides by them.
    public Authorisation authorisation(InstantSource clock) {
        return new Authorisation(this, DOCUMENTS, clock, true);
    }

    @Override
    public List<AttachedPolicy> ofUser(long tenant, long uin) {
        return users.getOrDefault(uin, List.of());
    }

    @Override
    public List<AttachedPolicy> ofRole(long tenant, long role) {
        return roles.getOrDefault(role, List.of());
    }
}
