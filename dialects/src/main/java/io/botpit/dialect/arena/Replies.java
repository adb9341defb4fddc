package io.botpit.dialect.arena;

import io.botpit.dialect.Correlation;
import io.botpit.dialect.Denial;
import io.botpit.dialect.Reply;
import io.botpit.dialect.Viewer;
import io.botpit.game.CancelCause;
import io.botpit.game.Event;
import io.botpit.game.GameTime;
import io.botpit.game.OrderView;
import io.botpit.game.PlayerId;
import io.botpit.game.rules.Closing;
import io.botpit.game.rules.GameRules;
import io.botpit.game.rules.Valuation;
import io.botpit.protocol.ArenaCommand;
import io.botpit.protocol.ClosingRecord;
import io.botpit.protocol.GameRecord;
import io.botpit.protocol.HelloRecord;
import io.botpit.protocol.InstrumentRecord;
import io.botpit.protocol.Json;
import io.botpit.protocol.JsonText;
import io.botpit.protocol.ReplyFrame;
import io.botpit.protocol.Word;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes the reply to one request. */
final class Replies {
    private final Correlation to;
    private final Viewer viewer;
    private final Records records;

    Replies(Correlation to, Viewer viewer) {
        this.to = to;
        this.viewer = viewer;
        this.records = new Records(viewer);
    }

    String text(Reply reply) {
        return JsonText.ofRequests()
                .write(frame(reply).to(RequestId.json(to.id())).toJson());
    }

    private ReplyFrame frame(Reply reply) {
        return switch (reply) {
            case Reply.Welcome(var game, var now) -> ReplyFrame.done("Welcome.", hello(records.game(game), now));
            case Reply.Registered(var token) -> ReplyFrame.done("Registered", Json.text(token));
            case Reply.LoggedIn() -> ReplyFrame.done("Authenticated", Json.NULL);
            case Reply.TokenRotated(var token) ->
                ReplyFrame.done("Token rotated: the old one is void.", Json.text(token));
            case Reply.PasswordSet() -> ReplyFrame.done("Password set.", Json.NULL);
            case Reply.Acted(var _, var events) -> acted(events);
            case Reply.Answered(var answer) -> new Answers(to, viewer).reply(answer);
            case Reply.AdminDone() -> ReplyFrame.done(adminText(), Json.NULL);
            case Reply.Games(var games) ->
                ReplyFrame.done(
                        "Games.",
                        Json.array(games.stream()
                                .map(records::game)
                                .map(GameRecord::toJson)
                                .toList()));
            case Reply.Joined(var game) -> ReplyFrame.done("Joined.", Json.text(game.text()));
            case Reply.Subscribed(var sequence) ->
                ReplyFrame.done(
                        "Subscribed.", Json.object().put("seq", sequence).build());
            case Reply.Unsubscribed() -> ReplyFrame.done("Unsubscribed.", Json.NULL);
            case Reply.CancelOnDisconnectSet(var on) ->
                ReplyFrame.done(
                        on ? "Orders will be cancelled on disconnect." : "Orders will outlive the connection.",
                        Json.NULL);
            case Reply.Pong(var now) ->
                ReplyFrame.done("pong", Json.object().put("now", seconds(now)).build());
            case Reply.Denied(var denial, var detail) -> denied(denial, detail);
        };
    }

    private ReplyFrame denied(Denial denial, String detail) {
        String message = new Texts(to, viewer).of(denial, detail);
        return ReplyFrame.refused(denial.code(), message, Texts.beyond(message, detail));
    }

    private Json hello(GameRecord game, GameTime now) {
        GameRules rules = viewer.rules();
        List<InstrumentRecord> instruments =
                rules.instruments().stream().map(records::instrument).toList();
        return new HelloRecord(
                        HelloRecord.PROTOCOL_VERSION,
                        rules.behaviorVersion(),
                        Scales.seconds(now),
                        game,
                        rules.preset(),
                        closing(rules.schedule().closing()),
                        instruments,
                        records.limits(rules),
                        Channels.words())
                .toJson();
    }

    private static @Nullable ClosingRecord closing(Closing closing) {
        return closing.valuation() == Valuation.LAST_MARK
                ? null
                : new ClosingRecord(
                        Word.of(closing.valuation()),
                        closing.windowMillis(),
                        closing.spreadMillis(),
                        closing.calmMillis(),
                        closing.positionPercent());
    }

    private ReplyFrame acted(List<Event> events) {
        Event.Rejected rejected = own(events, e -> e instanceof Event.Rejected r && isOwn(r.player()) ? r : null);
        if (rejected != null) {
            String message = new Texts(to, viewer).of(rejected.reason(), rejected.detail());
            return ReplyFrame.refused(rejected.reason().code(), message, Texts.beyond(message, rejected.detail()));
        }
        return switch (ArenaCommand.of(to.command()).orElse(ArenaCommand.PING)) {
            case BUY -> placed("Buy order placed.", events);
            case SELL -> placed("Sell order placed.", events);
            case BUY_MARKET -> placed("Market buy order placed.", events);
            case SELL_MARKET -> placed("Market sell order placed.", events);
            case CANCEL -> ReplyFrame.done("Order cancelled and removed.", Json.NULL);
            case CANCEL_ALL -> ReplyFrame.done("Orders cancelled and removed.", cancelled(events));
            case AMEND -> amended(events);
            case CANCEL_AFTER -> switchSet(events);
            case BCAST -> ReplyFrame.done("Message broadcasted.", Json.NULL);
            default -> ReplyFrame.done("Done.", Json.NULL);
        };
    }

    /** The order as it was before it traded: a client never sees a fill in the reply. */
    private ReplyFrame placed(String message, List<Event> events) {
        OrderView first =
                own(events, e -> e instanceof Event.Repeated(var order) && isOwn(order.owner()) ? order : null);
        if (first != null) {
            return ReplyFrame.done(message, json(first)).with(new ReplyFrame.Extras(null, null, true));
        }
        OrderView order = own(events, e -> e instanceof Event.Accepted(var o, var _) && isOwn(o.owner()) ? o : null);
        return order == null ? lost() : ReplyFrame.done(message, json(order));
    }

    private ReplyFrame amended(List<Event> events) {
        OrderView order = own(events, e -> e instanceof Event.Amended(var o, var _) && isOwn(o.owner()) ? o : null);
        return order == null ? lost() : ReplyFrame.done("Order amended.", json(order));
    }

    private ReplyFrame switchSet(List<Event> events) {
        Event.SwitchSet set = own(events, e -> e instanceof Event.SwitchSet s && isOwn(s.player()) ? s : null);
        if (set == null) {
            return lost();
        }
        GameTime at = set.expiresAt();
        return ReplyFrame.done(
                at == null ? "Dead man's switch disarmed." : "Dead man's switch armed.",
                Json.object()
                        .put("expires_at", at == null ? Json.NULL : seconds(at))
                        .build());
    }

    private Json cancelled(List<Event> events) {
        return Json.texts(events.stream()
                .map(e -> e instanceof Event.Cancelled(var order, var cause, var _)
                                && isOwn(order.owner())
                                && cause == CancelCause.PLAYER
                        ? records.ids().order(order.id())
                        : null)
                .filter(Objects::nonNull)
                .toList());
    }

    private String adminText() {
        return switch (ArenaCommand.of(to.command()).orElse(ArenaCommand.START)) {
            case PAUSE -> "Command accepted. Server is paused.";
            case SHUTDOWN -> "Command accepted. Shutting down.";
            default -> "Command accepted. Open for business.";
        };
    }

    private ReplyFrame lost() {
        return denied(Denial.INTERNAL, "");
    }

    private Json json(OrderView order) {
        return records.order(order, false).toJson();
    }

    private boolean isOwn(PlayerId player) {
        return player.equals(viewer.player());
    }

    private static Json seconds(GameTime time) {
        return new Json.NumberValue(Scales.seconds(time).toPlainString());
    }

    /** The last event that means something: deadlines that were due come before the command's own. */
    private static <T> @Nullable T own(List<Event> events, Function<Event, @Nullable T> meaning) {
        for (Event event : events.reversed()) {
            T meant = meaning.apply(event);
            if (meant != null) {
                return meant;
            }
        }
        return null;
    }
}
