package io.botpit.server.cli;

import io.botpit.protocol.rest.OpenRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The game that {@code botpit admin open} asks for. */
final class OpenOptions {
    @Option(names = "--title", paramLabel = "TITLE", description = "For people; default: the preset's name.")
    private @Nullable String title;

    @Option(names = "--preset", paramLabel = "NAME", description = "Rules: classic (default) or open-market.")
    private @Nullable String preset;

    @Option(
            names = "--time-limit",
            paramLabel = "SECONDS",
            description = "Its length, counted from its start; default: no end.")
    private @Nullable Integer seconds;

    @Option(
            names = "--user-limit",
            paramLabel = "COUNT",
            description = "How many users it takes, house bots aside; default: any number.")
    private @Nullable Integer userLimit;

    @Option(
            names = "--whitelist",
            paramLabel = "a,b",
            split = ",",
            description = "Who may play; it starts when all are connected.")
    private @Nullable List<String> whitelist;

    @Option(names = "--paused", description = "Let it wait for start.")
    private boolean paused;

    @Option(names = "--default", description = "Make it the default game: connected players go over to it.")
    private boolean isDefault;

    OpenRequest request() {
        List<@Nullable String> names = whitelist == null ? null : List.copyOf(whitelist);
        return new OpenRequest(title, preset, seconds, userLimit, names, paused, isDefault);
    }
}
