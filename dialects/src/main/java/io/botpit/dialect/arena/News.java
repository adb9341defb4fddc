package io.botpit.dialect.arena;

import io.botpit.dialect.Viewer;
import io.botpit.game.Event;
import io.botpit.game.GameMode;
import io.botpit.game.GamePhase;
import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import io.botpit.protocol.GameState;
import io.botpit.protocol.Json;
import io.botpit.protocol.JsonText;
import io.botpit.protocol.NewsRecord;
import io.botpit.protocol.PushFrame;
import io.botpit.protocol.PushStamp;
import io.botpit.protocol.Word;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects what one commit means for a game as a whole; for one commit. */
final class News {
    private final Records records;
    private final Viewer viewer;
    private final Map<String, BigDecimal> marks = new LinkedHashMap<>();
    private final List<NewsRecord> news = new ArrayList<>();
    private @Nullable GamePhase phase;
    private @Nullable GameMode mode;
    private @Nullable String why;
    private @Nullable GameTime endsAt;

    News(Records records, Viewer viewer) {
        this.records = records;
        this.viewer = viewer;
    }

    Optional<PushFrame> change(PushStamp stamp, List<Event> events) {
        events.forEach(this::add);
        if (phase == null && mode == null && endsAt == null && marks.isEmpty() && news.isEmpty()) {
            return Optional.empty();
        }
        GameState state = new GameState(
                phase == null ? null : Word.of(phase),
                why,
                mode == null ? null : Word.of(mode),
                Records.seconds(endsAt),
                null,
                List.of(),
                marks);
        return Optional.of(new PushFrame.Game(stamp, state, news));
    }

    private void add(Event event) {
        switch (event) {
            case Event.Admitted(var _, var name) -> news.add(new NewsRecord("joined", name, null, null));
            case Event.Arrived(var player) -> add("arrived", player);
            case Event.Left(var player, var _) -> add("left", player);
            case Event.Frozen(var player, var frozen) -> add(frozen ? "frozen" : "released", player);
            case Event.Announced(var text) -> news.add(new NewsRecord("announcement", null, text, null));
            case Event.Ended(var cause, var _, var _) -> news.add(new NewsRecord("ended", null, Word.of(cause), null));
            case Event.Said(var player, var json) -> news.add(new NewsRecord("said", name(player), null, said(json)));
            case Event.ClosingOpened(var from, var by) ->
                news.add(new NewsRecord("closing", null, null, records.range(from, by)));
            case Event.Settled(var player, var appraisals) ->
                news.add(new NewsRecord("settled", name(player), null, records.appraisals(appraisals)));
            case Event.MarkChanged(var symbol, var mark) ->
                marks.put(symbol.text(), Scales.of(mark, records.instrument(symbol)));
            case Event.PhaseChanged changed -> {
                phase = changed.to();
                why = changed.why();
                endsAt = changed.endsAt();
            }
            case Event.ModeChanged(var next) -> mode = next;
            case Event.ClockMoved(var moved) -> endsAt = moved;
            // Told on channels of their own, or to nobody.
            case Event.Overruled _, Event.OrderEvent _, Event.TradeEvent _ -> {}
            case Event.WalletChanged _, Event.LevelChanged _, Event.ReferenceMoved _ -> {}
        }
    }

    private void add(String event, PlayerId player) {
        news.add(new NewsRecord(event, name(player), null, null));
    }

    private String name(PlayerId player) {
        return viewer.names().apply(player);
    }

    private static Json said(String json) {
        return JsonText.ofServerFrames().read(json) instanceof JsonText.Read.Value(var value) ? value : Json.text(json);
    }
}
