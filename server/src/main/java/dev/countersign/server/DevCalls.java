package dev.countersign.server;

import dev.countersign.server.Countersign.DevOptions;
import dev.countersign.server.dev.AuthenticatorsCall;
import dev.countersign.server.dev.ChallengeCall;
import dev.countersign.server.dev.ChallengesCall;
import dev.countersign.server.dev.ClockCall;
import dev.countersign.server.dev.CustomersCall;
import dev.countersign.server.dev.MessageBell;
import dev.countersign.server.dev.MessagesCall;
import dev.countersign.server.dev.PrincipalsCall;
import dev.countersign.server.dev.ProtectionCall;
import dev.countersign.server.dev.RequestCall;
import dev.countersign.server.dev.ResetCall;
import dev.countersign.server.dev.ReturnedCall;
import dev.countersign.server.dev.RootOfDev;
import dev.countersign.server.dev.SnapshotCall;
import dev.countersign.server.dev.SnapshotsCall;
import dev.countersign.server.dev.TestNumbersCall;
import dev.countersign.server.dev.VirtualClock;
import dev.countersign.server.dev.WechatScansCall;
import dev.countersign.server.dev.WechatStandIn;
import dev.countersign.server.dev.WechatTokenCall;
import dev.countersign.server.dev.WorldCall;
import dev.countersign.server.dev.exchange.DevCall;
import dev.countersign.server.dev.fault.ChosenFaults;
import dev.countersign.server.dev.fault.FaultsCall;
import dev.countersign.server.dev.fault.RegisteredCodes;
import dev.countersign.server.dev.kept.KeptPermissions;
import dev.countersign.server.dev.kept.KeptSnapshots;
import dev.countersign.server.dev.kept.KeptTestNumbers;
import dev.countersign.server.dev.kept.KeptWorld;
import dev.countersign.server.journal.RequestJournal;
import dev.countersign.store.SqliteSnapshots;
import java.util.List;

/// The calls of the dev surface, wired.
final class DevCalls {
    private DevCalls() {}

    static List<DevCall> all(
            DevOptions options,
            Storage storage,
            Services services,
            VirtualClock clock,
            ChosenFaults faults,
            MessageBell arrivals,
            WechatStandIn wechat,
            RequestJournal journal) {
        RootOfDev root = new RootOfDev(storage.tenants(), options.given().requestIds());
        SqliteSnapshots snapshots = new SqliteSnapshots(
                storage.database().transactions(),
                options.configuration().store().directory(),
                options.given().random());
        KeptWorld world = new KeptWorld(snapshots, storage.tenants(), storage.policies(), storage.testNumbers());
        KeptPermissions permissions = new KeptPermissions(storage.policies(), storage.roles(), clock);
        KeptSnapshots kept = new KeptSnapshots(snapshots);
        return List.of(
                new ChallengesCall(
                        services.challenging().challenges(),
                        services.guarding().tokens(),
                        root,
                        services.challenging().frontage()),
                new ChallengeCall(services.challenging().challenges(), root),
                new ReturnedCall(),
                new WechatScansCall(wechat),
                new WechatTokenCall(wechat),
                new WorldCall(),
                new RequestCall(journal),
                new ProtectionCall(services.guarding().protections()),
                new AuthenticatorsCall(storage.tenants(), services.access().devices()),
                new PrincipalsCall(storage.tenants(), permissions, services.plan()),
                new MessagesCall(storage.inbox(), storage.inbox()::holds, arrivals),
                new ClockCall(clock),
                new FaultsCall(faults, new RegisteredCodes(services.registry(), services.dialects())),
                new TestNumbersCall(
                        new KeptTestNumbers(storage.testNumbers()),
                        services.plan(),
                        clock,
                        options.configuration().verification().codeDigits()),
                new CustomersCall(storage.customers()),
                new ResetCall(world, () -> storage.furnish(clock), clock, faults),
                new SnapshotsCall(kept),
                new SnapshotCall(kept, world, clock, faults));
    }
}
