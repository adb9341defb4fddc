package io.botpit.simulation.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.game.Command;
import io.botpit.game.Committed;
import io.botpit.game.GameId;
import io.botpit.game.GameTime;
import io.botpit.game.Stamped;
import io.botpit.game.control.GameController;
import io.botpit.game.rules.GameRules;
import io.botpit.persistence.journal.Durability;
import io.botpit.persistence.journal.GameJournal;
import io.botpit.persistence.journal.JournalHead;
import io.botpit.persistence.journal.Journals;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Games that were recorded come out the same wherever they are played again. */
class RecordedGamesTest {
    private static final int GAMES = 100;
    private static final int COMMANDS_MAX = 400;

    /**
     * Other languages (one with its own capital i, one with its own digits), zones, encodings, compilers and identity hashes.
     * That sets and maps iterate in another order comes by itself: the JDK salts them anew in every process.
     */
    private static final List<List<String>> OTHER_JVMS = List.of(
            List.of("-XX:TieredStopAtLevel=1"),
            List.of(
                    "-Duser.language=tr",
                    "-Duser.country=TR",
                    "-Duser.timezone=Asia/Kathmandu",
                    "-Dfile.encoding=UTF-16BE",
                    "-XX:+UnlockExperimentalVMOptions",
                    "-XX:hashCode=2"),
            List.of(
                    "-Duser.language=ar",
                    "-Duser.country=EG",
                    "-Duser.timezone=America/St_Johns",
                    "-Dfile.encoding=COMPAT",
                    "-XX:-TieredCompilation",
                    "-XX:+UnlockExperimentalVMOptions",
                    "-XX:hashCode=3"));

    @TempDir
    Path folder;

    @Test
    void aHundredGamesComeOutTheSameInEveryJvm() throws Exception {
        List<String> live = new ArrayList<>();
        for (int game = 1; game <= GAMES; game++) {
            live.add(record(game));
        }

        for (List<String> options : OTHER_JVMS) {
            assertThat(replayed(options)).as("played again with %s", options).isEqualTo(live);
        }
    }

    /** Plays a game and writes its journal; what {@link ReplayingJvm} has to say of it. */
    private String record(int seed) {
        GameId id = new GameId("g" + seed);
        GameRules rules = RulesDraw.rules(seed);
        GameController engine = new GameController(rules);
        NaiveGame naive = new NaiveGame(rules);
        CommandDraw draw = new CommandDraw(seed, naive);
        JournalHead head = new JournalHead(id, "game " + seed, new GameTime(1_000_000), rules);
        try (GameJournal journal = new Journals(folder).create(head, Durability.PROCESS)) {
            for (int i = 0; i < COMMANDS_MAX; i++) {
                Stamped<Command> command = draw.next();
                naive.apply(command);
                journal.append(List.of(new Committed(command, engine.apply(command))));
            }
            return ReplayingJvm.line(id, journal.chain(), engine);
        }
    }

    private List<String> replayed(List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(ReplayingJvm.class.getName(), folder.toString()));
        Process child = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(child.exitValue()).isZero();
        return said.lines().toList();
    }
}
