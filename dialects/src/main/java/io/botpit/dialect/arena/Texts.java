package io.botpit.dialect.arena;

import io.botpit.dialect.Correlation;
import io.botpit.dialect.Denial;
import io.botpit.dialect.Viewer;
import io.botpit.game.Reason;
import io.botpit.game.money.Instrument;
import io.botpit.protocol.ArenaCommand;
import io.botpit.protocol.Decimals;
import io.botpit.protocol.OrderRecord;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a refusal says to people: cxgame's words, to the letter, where it has them; else words that name the field, the
 * limit and the fix. The game's detail names the figures; cxgame's sentences repeat them.
 */
record Texts(Correlation to, Viewer viewer) {
    private static final Pattern FIGURE = Pattern.compile("(?<![A-Za-z0-9])[0-9]+(?:\\.[0-9]+)?");

    String of(Reason reason, String detail) {
        Instrument instrument = instrument();
        return switch (reason) {
            case GAME_PAUSED -> "Server is paused. Wait for admin \"start\" command.";
            case SIZE_TOO_SMALL ->
                (isMarket() ? "Amount" : "Size") + " must be greater than or equal to "
                        + Decimals.shortest(Scales.of(instrument.bounds().sizeMin(), instrument));
            case PRICE_TOO_LOW ->
                "Price must be greater than or equal to "
                        + Decimals.shortest(Scales.of(instrument.bounds().priceMin(), instrument));
            case BUDGET_TOO_SMALL ->
                "Amount must be greater than or equal to "
                        + Scales.money(Scales.of(instrument.bounds().budgetMin(), instrument.quote()));
            case BUY_NOT_BELOW_MARK -> "Price must be < market price (" + last(detail) + ").";
            case SELL_BELOW_MARK -> "Price must be >= market price (" + last(detail) + ").";
            case INSUFFICIENT_FUNDS -> funds(detail);
            case NO_LIQUIDITY ->
                word().startsWith(OrderRecord.SELL)
                        ? "No available buy orders to match."
                        : "No available sell orders to match.";
            case UNKNOWN_ORDER -> "Order not found: " + shortened(to.asked().order());
            case NOT_WHITELISTED -> "User not in whitelist.";
            case GAME_FULL -> "User limit reached (" + viewer.rules().entry().playersMax() + ")";
            case GAME_WAITING -> sentence(detail, reason);
            case GAME_NOT_RUNNING -> "The game is over: join another one or wait for the next.";
            case NOT_A_PLAYER -> "Not a player of this game: join it first.";
            case GAME_CANCEL_ONLY -> "No new orders are taken, only cancels: wait for the referee.";
            case GAME_VIEW_ONLY -> "Nothing is taken but questions: wait for the referee.";
            case PLAYER_FROZEN -> "The referee has frozen you: only cancels are taken.";
            case UNKNOWN_SYMBOL -> "Unknown symbol: this game has " + symbols() + ".";
            case CLIENT_ORDER_ID_REUSED, SIZE_TOO_LARGE, PRICE_TOO_HIGH, MESSAGE_TOO_LONG -> sentence(detail, reason);
            case NOTIONAL_TOO_SMALL, NOTIONAL_TOO_LARGE, POSITION_LIMIT, OPEN_NOTIONAL_LIMIT ->
                sentence(detail, reason);
            case CALM_CLOSE, PRICE_OUTSIDE_COLLAR, POST_ONLY_WOULD_TRADE, FILL_OR_KILL_WOULD_NOT_FILL ->
                sentence(detail, reason);
            case OPEN_ORDERS_LIMIT, CLIENT_ORDER_IDS_LIMIT, AMEND_NOT_SMALLER -> sentence(detail, reason);
            case BOOK_IS_ANONYMOUS, WRONG_PHASE, ALREADY_ADMITTED, OWNER_IN_GAME -> sentence(detail, reason);
        };
    }

    String of(Denial denial, String detail) {
        return switch (denial) {
            case INVALID_MESSAGE -> "Invalid message";
            case INVALID_COMMAND, NAME_INVALID, NAME_RESERVED, PASSWORD_INVALID ->
                "Invalid command: " + to.command() + ". error=" + detail;
            case MISSING_FIELD -> detail;
            case NOT_LOGGED_IN -> LoginNeeds.text(to.command());
            case NAME_TAKEN -> "User already registered.";
            case NOT_WHITELISTED -> "User not in whitelist.";
            case OWNER_IN_GAME -> "Another bot of your owner is in this rated game: one for each owner.";
            case OWNER_INVALID -> "This owner has an owner itself: name that account, with its password.";
            case OWNER_BOTS_MAX -> "This owner has as many bots as one may have.";
            case PLAYERS_FULL -> "User limit reached (" + viewer.rules().entry().playersMax() + ")";
            case UNKNOWN_NAME -> "User is not registered.";
            case WRONG_CREDENTIALS -> "Authentication failed: Invalid token.";
            case VERSION_FROZEN -> "Another version: " + detail + ".";
            case ADMIN_SECRET_REQUIRED -> "Admin secret required.";
            case ADMIN_SECRET_WRONG -> "Invalid admin secret.";
            case RATE_LIMITED -> "Too many requests: slow down.";
            case BUSY -> "The server is busy: try again.";
            case UNAVAILABLE -> "The server takes no new orders for now: cancel and ask, or try again later.";
            case UNKNOWN_GAME -> "Unknown game: ask games for the list.";
            case RESYNC -> "The sequence is too old: subscribe again for a new snapshot.";
            case DRAINING -> "The server is shutting down.";
            case INTERNAL -> "Internal error: it may have been done or not; ask before you send it again.";
        };
    }

    /** What the message does not say yet; null where that is nothing. */
    static @Nullable String beyond(String message, String detail) {
        return message.toLowerCase(Locale.ROOT).contains(detail.toLowerCase(Locale.ROOT)) ? null : detail;
    }

    private String funds(String detail) {
        return switch (ArenaCommand.of(word()).orElse(ArenaCommand.BUY)) {
            case SELL -> "Size is > available.";
            case BUY_MARKET -> "Not enough USD to buy.";
            case SELL_MARKET -> {
                List<String> figures = figures(detail);
                yield figures.size() < 2
                        ? "Not enough crypto to sell."
                        : "Not enough crypto to sell. " + sized(figures.get(1)) + " > " + sized(figures.get(0));
            }
            case BUY -> "Not enough USD.";
            default -> sentence(detail, Reason.INSUFFICIENT_FUNDS);
        };
    }

    private boolean isMarket() {
        return word().equals(OrderRecord.BUY_MARKET) || word().equals(OrderRecord.SELL_MARKET);
    }

    /** The command, or the one that was tried out. */
    private String word() {
        boolean isTest = to.command().equals(ArenaCommand.ORDER_TEST.word());
        return isTest && to.asked().order() != null ? to.asked().order() : to.command();
    }

    private static String sized(String figure) {
        return Scales.size(new BigDecimal(figure)).toString();
    }

    private Instrument instrument() {
        Instrument first = viewer.rules().firstInstrument();
        return to.asked().symbol() == null
                ? first
                : viewer.rules().instrument(to.asked().symbol()).orElse(first);
    }

    private String symbols() {
        return String.join(
                ", ",
                viewer.rules().instruments().stream()
                        .map(instrument -> instrument.symbol().text())
                        .toList());
    }

    private static String last(String detail) {
        List<String> figures = figures(detail);
        return figures.isEmpty() ? "?" : figures.getLast();
    }

    private static List<String> figures(String detail) {
        return FIGURE.matcher(detail).results().map(match -> match.group()).toList();
    }

    private static String shortened(@Nullable String id) {
        return id == null || id.length() <= RequestId.CHARS_MAX
                ? String.valueOf(id)
                : id.substring(0, RequestId.CHARS_MAX);
    }

    /** The game's words, as a sentence. */
    private static String sentence(String detail, Reason reason) {
        if (detail.isEmpty()) {
            return "Refused: " + reason.code() + ".";
        }
        boolean startsWithField =
                detail.substring(0, Math.max(detail.indexOf(' '), 0)).contains("_");
        return (startsWithField ? detail : Character.toUpperCase(detail.charAt(0)) + detail.substring(1)) + ".";
    }
}
