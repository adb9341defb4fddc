package io.botpit.dialect.arena;

import io.botpit.dialect.Notice;
import io.botpit.dialect.Viewer;
import io.botpit.game.Committed;
import io.botpit.game.EndCause;
import io.botpit.game.Event;
import io.botpit.game.GameMode;
import io.botpit.game.GamePhase;
import io.botpit.game.OrderView;
import io.botpit.game.Trade;
import io.botpit.game.money.Instrument;
import io.botpit.protocol.FeedType;
import io.botpit.protocol.Json;
import io.botpit.protocol.JsonText;
import io.botpit.protocol.OrderRecord;
import java.util.ArrayList;
import java.util.List;

/** The public feed, cxgame's frames. */
final class FeedFrames {
    private static final String TIME_UP = "Time limit reached. Shutting down.";

    private final Viewer viewer;
    private final Records records;
    private final List<String> frames = new ArrayList<>();

    private FeedFrames(Viewer viewer) {
        this.viewer = viewer;
        this.records = new Records(viewer);
    }

    static List<String> of(Committed commit, Viewer viewer) {
        FeedFrames feed = new FeedFrames(viewer);
        commit.events().stream()
                .filter(Event.Ended.class::isInstance)
                .map(Event.Ended.class::cast)
                .findFirst()
                .ifPresent(feed::announceEnd);
        commit.events().stream().filter(event -> Visibility.of(event, viewer)).forEach(feed::add);
        return List.copyOf(feed.frames);
    }

    static String of(Notice notice) {
        return switch (notice) {
            case Notice.Connected(var address) -> info("New connection from " + MaskedAddress.of(address));
            case Notice.LoggedIn(var name) -> info("Authenticated: " + name);
        };
    }

    /** cxgame tells of the end before it cancels the open orders. */
    private void announceEnd(Event.Ended ended) {
        if (ended.cause() != EndCause.TIME_LIMIT) {
            add(FeedType.SHUTDOWN, "Shutdown command.");
        }
        add(FeedType.SHUTDOWN, TIME_UP);
    }

    private void add(Event event) {
        switch (event) {
            case Event.Admitted(var _, var name) -> frames.add(info("Registered: " + name));
            case Event.ModeChanged(var mode) -> frames.add(info(words(mode)));
            case Event.Announced(var text) -> frames.add(info(text));
            case Event.Said said -> frames.add(said(said));
            case Event.Accepted(var order, var _) ->
                add(typeOf(order), records.order(order, false).toJson());
            case Event.Traded(var trade) -> add(FeedType.MATCH, match(trade));
            case Event.Cancelled(var order, var _, var _) ->
                add(FeedType.CANCEL, records.ids().order(order.id()));
            case Event.PhaseChanged(var _, var to, var _, var _) -> addPhase(to);
            case Event.Ended ended ->
                frames.add(write(FeedType.CSV
                        .frame(Json.text(TIME_UP))
                        .put("data", new FinalTable(viewer.rules()).csv(ended))
                        .build()));
            case Event.ClosingOpened _ -> frames.add(info("The closing window is open."));
            case Event.Settled _ -> silence();
            case Event.Arrived _, Event.Left _, Event.ClockMoved _, Event.Frozen _, Event.Overruled _ -> silence();
            case Event.Repeated _, Event.Amended _, Event.Completed _, Event.Rejected _, Event.SwitchSet _ -> silence();
            case Event.ReferenceMoved _,
                    Event.Filled _,
                    Event.WalletChanged _,
                    Event.LevelChanged _,
                    Event.MarkChanged _ -> silence();
        }
    }

    private void addPhase(GamePhase to) {
        switch (to) {
            case RUNNING -> add(FeedType.START, "Open for business.");
            case PAUSED -> add(FeedType.PAUSE, "Server is paused.");
            case VOID -> frames.add(info("The game was declared void."));
            case LOBBY, SETTLING, ENDED -> silence();
        }
    }

    private static String words(GameMode mode) {
        return switch (mode) {
            case FULL -> "Orders are taken again.";
            case CANCEL_ONLY -> "No new orders are taken, only cancels.";
            case VIEW_ONLY -> "Nothing is taken but questions.";
        };
    }

    private void add(FeedType type, String message) {
        add(type, Json.text(message));
    }

    private void add(FeedType type, Json message) {
        frames.add(write(type.frame(message).build()));
    }

    /** What was said goes out as what it is: JSON, read again, so that nothing else can get into the frame. */
    private String said(Event.Said said) {
        Json message = JsonText.ofServerFrames().read(said.json()) instanceof JsonText.Read.Value(var json)
                ? json
                : Json.text(said.json());
        return write(FeedType.BCAST
                .frame(message)
                .put("user", viewer.names().apply(said.player()))
                .build());
    }

    private Json match(Trade trade) {
        Instrument instrument = records.instrument(trade.symbol());
        return Json.object()
                .put("size", Scales.size(Scales.of(trade.size(), instrument)))
                .put("price", Scales.of(trade.price(), instrument))
                .put("buy_id", records.ids().order(trade.buyOrder()))
                .put("sell_id", records.ids().order(trade.sellOrder()))
                .maybe("symbol", records.symbol(trade.symbol(), false))
                .build();
    }

    private static FeedType typeOf(OrderView order) {
        return switch (Records.sideWord(order)) {
            case OrderRecord.BUY -> FeedType.BUY;
            case OrderRecord.SELL -> FeedType.SELL;
            case OrderRecord.BUY_MARKET -> FeedType.BUY_MARKET;
            default -> FeedType.SELL_MARKET;
        };
    }

    private static String info(String text) {
        return write(FeedType.INFO.frame(Json.text(text)).build());
    }

    private static String write(Json frame) {
        return JsonText.ofRequests().write(frame);
    }

    /** cxgame has no frame for it. */
    private static void silence() {}
}
