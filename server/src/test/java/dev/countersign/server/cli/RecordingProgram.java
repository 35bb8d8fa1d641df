package dev.countersign.server.cli;

import dev.countersign.gateway.client.Scheme;
import dev.countersign.gateway.signing.Outgoing.Moment;
import dev.countersign.gateway.signing.SigningKey;
import dev.countersign.gateway.wire.Request;
import dev.countersign.server.carrier.Trial.Step;
import dev.countersign.server.config.Configuration;
import dev.countersign.server.config.Loaded;
import dev.countersign.store.AuditRow;
import dev.countersign.tenant.AccessKey;
import dev.countersign.value.Secret;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Remembers what it was asked to do.
final class RecordingProgram implements Program {
    final List<String> asked = new ArrayList<>();
    Optional<String> broken = Optional.empty();
    boolean tested = true;
    private boolean tenantThere;

    @Override
    public Running dev(Configuration configuration, DevAccess access) {
        asked.add("dev " + configuration.listen().address() + ":"
                + configuration.listen().port() + " "
                + configuration.store().directory() + " "
                + configuration.general().limits() + " token "
                + access.token().reveal());
        return running();
    }

    @Override
    public Running serve(Loaded loaded, Supplier<Loaded> again) {
        asked.add("serve " + loaded.configuration().verification().countries());
        return running();
    }

    private Running running() {
        return new Running() {
            @Override
            public String endpoint() {
                return "http://127.0.0.1:7300";
            }

            @Override
            public List<String> reload() {
                asked.add("reload");
                return List.of("reloaded");
            }

            @Override
            public void close() {
                asked.add("close");
            }
        };
    }

    @Override
    public FirstTenant init(Configuration configuration) {
        if (tenantThere) {
            throw new CommandFailed("there is a tenant already; nothing was changed");
        }
        tenantThere = true;
        return new FirstTenant(
                100000000001L, "1000000000000001", new AccessKey("AKIDx", Secret.of("shown-once")), Secret.of("csk_x"));
    }

    @Override
    public boolean testCarrier(Configuration configuration, CarrierTrial trial, Consumer<Step> told) {
        asked.add("test " + trial);
        told.accept(new Step("connect", true, "smsc.example.com:2775"));
        told.accept(new Step("bind", tested, tested ? "bound" : "ESME_RINVPASWD"));
        return tested;
    }

    @Override
    public boolean unlock(Configuration configuration, long uin, String authenticator) {
        asked.add("unlock " + uin + " " + authenticator);
        return uin == 11;
    }

    @Override
    public Invited invite(Configuration configuration, Invitation invitation) {
        asked.add("invite " + invitation);
        return new Invited(
                101_000_000_001L,
                !invitation.name().equals("known"),
                Secret.of("One-time-7"),
                invitation.app()
                        ? invitation.name().equals("known") ? new App.Stays() : new App.First(Secret.of("ABCD-EFGH"))
                        : new App.None());
    }

    @Override
    public AuditReport verifyAudit(Configuration configuration, Optional<Path> checkpoints) {
        asked.add("verify " + configuration.store().directory() + " " + checkpoints.orElse(Path.of("-")));
        return new AuditReport(3, 2, 1, broken);
    }

    @Override
    public void exportAudit(Configuration configuration, Optional<Long> tenant, long after, Consumer<AuditRow> to) {
        asked.add("export " + tenant.orElse(0L) + " after " + after);
    }

    @Override
    public String explain(Request request, Secret secret) {
        return request.method() + "|" + request.path() + "|" + request.query() + "|"
                + request.headers().first("host").orElse("") + "|"
                + request.body().toUtf8() + "|" + secret.reveal();
    }

    @Override
    public Moment moment(Scheme scheme) {
        return new Moment(Instant.parse("2026-01-02T03:04:05Z"), "7");
    }

    @Override
    public List<DevKey> devKeys() {
        return List.of(
                new DevKey("root", new SigningKey("AKIDroot", Secret.of("root-secret"), Optional.empty()), false),
                new DevKey("alice", new SigningKey("AKIDalice", Secret.of("alice-secret"), Optional.empty()), false),
                new DevKey("csk_dev_root", new SigningKey("", Secret.of("csk_dev_root"), Optional.empty()), true));
    }
}
