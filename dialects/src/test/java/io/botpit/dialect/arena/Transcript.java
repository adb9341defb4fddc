package io.botpit.dialect.arena;

import io.botpit.game.EndCause;
import io.botpit.game.GameMode;
import io.botpit.game.RefereeAct;
import io.botpit.game.rules.Entry;
import io.botpit.game.rules.GameRules;
import io.botpit.game.rules.Presets;
import io.botpit.game.rules.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Plays a transcript. {@code > frame} is sent by the one client, {@code bob> frame} by the client of that name (which is
 * only a name for a connection); {@code < frame}, {@code bob< frame} and {@code feed< frame} is what comes back until
 * the next frame is sent. {@code # text} is for the reader; {@code ! words} sets the scene or moves the clock, and
 * {@code ! feed} somewhere shows the public feed too.
 */
final class Transcript {
    private static final String FEED = "feed";

    private final List<String> played = new ArrayList<>();
    private final Map<String, TestPit.Client> clients = new TreeMap<>();
    private TestPit pit;
    private final boolean showsFeed;

    private Transcript(List<String> lines) {
        this.showsFeed = lines.contains("! " + FEED);
        this.pit = new TestPit(Presets.named(Presets.CLASSIC, 1));
    }

    /** The transcript as it really goes: the same lines, but what comes back is what came back. */
    static List<String> play(List<String> lines) {
        Transcript transcript = new Transcript(lines);
        lines.forEach(transcript::play);
        return transcript.played;
    }

    private void play(String line) {
        int arrow = line.indexOf("> ");
        int answer = line.indexOf("< ");
        if (line.isBlank() || line.startsWith("#")) {
            played.add(line);
        } else if (line.startsWith("!")) {
            played.add(line);
            scene(line.substring(1).trim().split(" ", -1));
            showUnasked();
        } else if (arrow >= 0 && (answer < 0 || arrow < answer)) {
            played.add(line);
            String name = line.substring(0, arrow);
            client(name).send(line.substring(arrow + 2)).forEach(frame -> played.add(name + "< " + frame));
            showUnasked();
        } else if (answer < 0) {
            throw new AssertionError("neither frame nor comment: " + line);
        }
    }

    private TestPit.Client client(String name) {
        return clients.computeIfAbsent(name, _ -> pit.connect());
    }

    private void showUnasked() {
        clients.forEach((name, client) -> client.received().forEach(frame -> played.add(name + "< " + frame)));
        pit.feed().stream().filter(_ -> showsFeed).forEach(frame -> played.add(FEED + "< " + frame));
    }

    private void scene(String[] words) {
        switch (words[0]) {
            case FEED -> {}
            case "preset" -> pit = new TestPit(Presets.named(words[1], 1));
            case "paused" -> pit = new TestPit(with(Entry.OPEN, new Schedule(true, 0)));
            case "whitelist" ->
                pit = new TestPit(with(new Entry(List.of(words[1].split(",", -1)), 0), new Schedule(false, 0)));
            case "players" ->
                pit = new TestPit(with(new Entry(List.of(), Integer.parseInt(words[1])), new Schedule(false, 0)));
            case "limit" -> pit = new TestPit(with(Entry.OPEN, new Schedule(false, Long.parseLong(words[1]))));
            case "connect" -> client(words[1]);
            case "after" -> pit.pass(Long.parseLong(words[1]));
            case "end" -> pit.referee(new RefereeAct.End(EndCause.REFEREE));
            case "mode" -> pit.referee(new RefereeAct.SetMode(GameMode.valueOf(words[1]), words.length > 2));
            case "announce" -> pit.referee(new RefereeAct.Announce(words[1]));
            default -> throw new AssertionError("unknown scene " + words[0]);
        }
    }

    private static GameRules with(Entry entry, Schedule schedule) {
        return Presets.named(Presets.CLASSIC, 1).with(entry, schedule);
    }
}
