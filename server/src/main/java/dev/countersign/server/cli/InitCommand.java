package dev.countersign.server.cli;

import dev.countersign.seal.WrongMasterKey;
import dev.countersign.server.cli.Program.FirstTenant;
import dev.countersign.server.config.Configuration;
import dev.countersign.server.config.MasterKeys;
import dev.countersign.server.config.SecretReference;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `countersign init`: the first tenant, and the master key's file where there is none.
@Command(
        name = "init",
        description = "Makes the first tenant with its keys, and the master key if its file is missing.",
        footer = {
            "",
            "Example:",
            "  countersign init --config /etc/countersign/countersign.yaml",
            "",
            "The keys are shown once and can't be shown again. A second init is refused and changes nothing.",
            "Keep a copy of the master key elsewhere: without it, nothing in the store can be read."
        })
final class InitCommand implements Callable<Integer> {
    private final Program program;
    private final Terminal terminal;

    @Mixin
    private ConfigFile file = new ConfigFile();

    InitCommand(Program program, Terminal terminal) {
        this.program = program;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Configuration configuration = file.read(terminal.environment());
        SecretReference masterKey = configuration.masterKey();
        MasterKeys keys = new MasterKeys(terminal.environment());
        boolean newKey = keys.createIfMissing(masterKey, new SecureRandom());
        FirstTenant made = init(configuration, keys, newKey);
        if (newKey) {
            terminal.say("made the master key " + masterKey.text() + ", readable by its owner only");
        }
        terminal.say("""
                made the first tenant; these keys are shown only now

                  UIN             %d
                  Alibaba account %s
                  SecretId        %s
                  SecretKey       %s
                  API key (/v1)   %s
                """.formatted(
                        made.uin(),
                        made.accountId(),
                        made.key().id(),
                        made.key().secret().reveal(),
                        made.apiKey().reveal()));
        return ExitCodes.OK;
    }

    /// A new master key that opens nothing must not stay: it would look like the right one.
    private FirstTenant init(Configuration configuration, MasterKeys keys, boolean newKey) {
        try {
            keys.read(configuration.masterKey());
            return program.init(configuration);
        } catch (CommandFailed | WrongMasterKey refused) {
            if (newKey) {
                keys.discard(configuration.masterKey());
            }
            throw refused;
        }
    }
}
