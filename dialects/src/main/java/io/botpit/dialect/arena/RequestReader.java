package io.botpit.dialect.arena;

import io.botpit.dialect.AdminVerb;
import io.botpit.dialect.Asked;
import io.botpit.dialect.Channel;
import io.botpit.dialect.Correlation;
import io.botpit.dialect.Decoded;
import io.botpit.dialect.Denial;
import io.botpit.dialect.Request;
import io.botpit.dialect.Viewer;
import io.botpit.game.GameId;
import io.botpit.game.Intent;
import io.botpit.game.PlayerId;
import io.botpit.game.Query;
import io.botpit.game.money.Symbol;
import io.botpit.protocol.ArenaCommand;
import io.botpit.protocol.Json;
import io.botpit.protocol.JsonText;
import io.botpit.protocol.OrderRecord;
import io.botpit.protocol.PushType;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one request for one viewer. */
final class RequestReader {
    static final int DEPTH_LEVELS_MAX = 500;

    private static final int DEPTH_LEVELS_DEFAULT = 20;
    private static final Set<Channel> PRIVATE = Set.of(Channel.ORDERS, Channel.FILLS, Channel.WALLET);

    private final Viewer viewer;
    private final Params params;
    private final OrderTerms terms;

    private RequestReader(Viewer viewer, Params params) {
        this.viewer = viewer;
        this.params = params;
        this.terms = new OrderTerms(params, viewer.rules(), new WireIds(viewer.game()));
    }

    static Decoded read(String frame, Viewer viewer) {
        return switch (JsonText.ofRequests().read(frame)) {
            case JsonText.Read.Broken(var why) -> malformed(new Correlation("", null), "not JSON: " + why);
            case JsonText.Read.Value(Json.ObjectValue request) -> read(request, viewer);
            case JsonText.Read.Value _ ->
                malformed(new Correlation("", null), "a request is an object with cmd and params");
        };
    }

    private static Decoded read(Json.ObjectValue request, Viewer viewer) {
        Json id = request.get("id");
        if (!RequestId.isValid(id)) {
            return malformed(
                    new Correlation("", null),
                    "id must be a string or an integer of at most " + RequestId.CHARS_MAX + " characters");
        }
        String echo = RequestId.text(id);
        ArenaCommand command = request.get("cmd") instanceof Json.TextValue(var word)
                ? ArenaCommand.of(word).orElse(null)
                : null;
        if (command == null) {
            return malformed(new Correlation("", echo), "cmd must be one of the protocol's commands");
        }
        Correlation correlation = new Correlation(command.word(), echo);
        Json params = request.get("params");
        if (params == null) {
            return malformed(correlation, "params must be present, even when empty");
        }
        return read(command, params, correlation, viewer);
    }

    private static Decoded read(ArenaCommand command, Json given, Correlation correlation, Viewer viewer) {
        if (viewer.player() == null && LoginNeeds.of(command)) {
            return new Decoded.NeedsLogin(correlation);
        }
        Json.ObjectValue empty = Json.object().build();
        if (!(given instanceof Json.ObjectValue) && !(given instanceof Json.NullValue)) {
            return new Decoded.Malformed(correlation, Denial.INVALID_COMMAND, "params must be an object");
        }
        Params params = new Params(given instanceof Json.ObjectValue object ? object : empty);
        RequestReader reader = new RequestReader(viewer, params);
        try {
            Request request = reader.request(command);
            Asked asked = reader.asked(command);
            return new Decoded.Ok(new Correlation(correlation.command(), correlation.id(), asked), request);
        } catch (Unreadable unreadable) {
            return given instanceof Json.NullValue && unreadable.denial() == Denial.MISSING_FIELD
                    ? new Decoded.Malformed(correlation, Denial.INVALID_COMMAND, "params must be an object")
                    : new Decoded.Malformed(correlation, unreadable.denial(), unreadable.detail());
        } catch (LoginNeeded _) {
            return new Decoded.NeedsLogin(correlation);
        }
    }

    private static Decoded malformed(Correlation correlation, String detail) {
        return new Decoded.Malformed(correlation, Denial.INVALID_MESSAGE, detail);
    }

    private Request request(ArenaCommand command) {
        return switch (command) {
            case HELLO -> new Request.Hello();
            case PING -> new Request.Ping();
            case GAMES -> new Request.ListGames();
            case REGISTER -> introduced(new Credentials(params).register());
            case AUTH -> introduced(new Credentials(params).login());
            case ROTATE_TOKEN -> new Request.RotateToken();
            case SET_PASSWORD -> new Request.SetPassword(new Credentials(params).password());
            case START -> admin(AdminVerb.START);
            case PAUSE -> admin(AdminVerb.PAUSE);
            case SHUTDOWN -> admin(AdminVerb.SHUTDOWN);
            case JOIN -> new Request.Join(game());
            case SUBSCRIBE -> new Request.Subscribe(channels());
            case UNSUBSCRIBE -> new Request.Unsubscribe(channels());
            case RESUME -> new Request.Resume(params.whole("after", 0, Long.MAX_VALUE), channels());
            case CANCEL_ON_DISCONNECT -> {
                params.value("on", Params.missing("on"));
                yield new Request.CancelOnDisconnect(params.truth("on", false));
            }
            case BUY, SELL, BUY_MARKET, SELL_MARKET -> new Request.Act(terms.read(command.word()));
            case CANCEL -> new Request.Act(new Intent.CancelOrder(terms.reference()));
            case CANCEL_ALL -> new Request.Act(new Intent.CancelAll(terms.symbol()));
            case AMEND -> new Request.Act(amendment());
            case CANCEL_AFTER ->
                new Request.Act(new Intent.CancelAfter(params.whole("timeout_ms", 0, Intent.CancelAfter.MILLIS_MAX)));
            case BCAST ->
                new Request.Act(new Intent.Say(
                        JsonText.ofRequests().write(params.value("message", Params.missing("message")))));
            case PRICE, ORDERS, ALL_ORDERS, WALLETS, FILLS, COMPLETED, AUDIT, STANDINGS, DEPTH, ORDER_TEST ->
                new Request.Ask(query(command));
        };
    }

    private Request introduced(Request who) {
        String version = new Credentials(params).botVersion();
        return version == null ? who : new Request.Introduced(who, version);
    }

    private Query query(ArenaCommand command) {
        return switch (command) {
            case PRICE -> new Query.Mark(symbol());
            case ORDERS -> new Query.OpenOrders(player());
            case ALL_ORDERS -> new Query.AllOpenOrders(player());
            case WALLETS -> new Query.Balances(player());
            case FILLS -> new Query.Fills(player());
            case COMPLETED -> new Query.CompletedOrders(player());
            case AUDIT -> audit();
            case STANDINGS -> new Query.Standings();
            case DEPTH ->
                new Query.Depth(
                        symbol(),
                        params.has("levels")
                                ? (int) params.whole("levels", 1, DEPTH_LEVELS_MAX)
                                : DEPTH_LEVELS_DEFAULT);
            case ORDER_TEST -> new Query.DryRun(player(), terms.read(testedSide()));
            default -> throw new IllegalArgumentException(command + " is no question");
        };
    }

    /** It looks like a door for other questions; it is none. */
    private Query audit() {
        if (!params.object().members().isEmpty()) {
            throw Unreadable.command("audit takes no parameters");
        }
        return new Query.Audit(player());
    }

    /** What the reply's form will depend on. */
    private Asked asked(ArenaCommand command) {
        return switch (command) {
            case BUY, SELL, BUY_MARKET, SELL_MARKET, PRICE, DEPTH, CANCEL_ALL ->
                new Asked(terms.symbol(), null, 0, null);
            case ORDER_TEST -> new Asked(terms.symbol(), testedSide(), 0, null);
            case CANCEL, AMEND -> new Asked(null, terms.referenceText(), 0, null);
            case ORDERS, ALL_ORDERS, FILLS, COMPLETED -> new Asked(null, null, params.limit(), params.text("after"));
            default -> Asked.NOTHING;
        };
    }

    private Request admin(AdminVerb verb) {
        return new Request.Admin(verb, new Credentials(params).adminSecret());
    }

    private Intent amendment() {
        return new Intent.AmendOrder(
                terms.reference(), Scales.size(params.decimal("size", Params.missing("size")), terms.instrument()));
    }

    private GameId game() {
        try {
            return new GameId(params.requiredText("game"));
        } catch (IllegalArgumentException malformed) {
            throw new Unreadable(Denial.UNKNOWN_GAME, "");
        }
    }

    private String testedSide() {
        String side = params.requiredText("side");
        List<String> sides =
                List.of(OrderRecord.BUY, OrderRecord.SELL, OrderRecord.BUY_MARKET, OrderRecord.SELL_MARKET);
        if (!sides.contains(side)) {
            throw Unreadable.command("side must be one of " + String.join(", ", sides));
        }
        return side;
    }

    private Set<Channel> channels() {
        Set<Channel> channels = EnumSet.noneOf(Channel.class);
        for (String word : params.texts("channels")) {
            channels.add(PushType.of(word)
                    .map(Channels::of)
                    .orElseThrow(() -> Unreadable.command("channels may name " + String.join(", ", Channels.words()))));
        }
        if (viewer.player() == null && channels.stream().anyMatch(PRIVATE::contains)) {
            throw new LoginNeeded();
        }
        return channels;
    }

    private Symbol symbol() {
        @Nullable Symbol symbol = terms.symbol();
        return symbol == null ? viewer.rules().firstInstrument().symbol() : symbol;
    }

    private PlayerId player() {
        PlayerId player = viewer.player();
        if (player == null) {
            throw new LoginNeeded();
        }
        return player;
    }

    /** Leaves the reading of one request; never leaves this class. */
    private static final class LoginNeeded extends RuntimeException {
        private static final long serialVersionUID = 1;

        LoginNeeded() {
            super("login needed", null, false, false);
        }
    }
}
