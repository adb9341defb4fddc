package io.botpit.server.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Every setting of the server, once: the command line's options, the environment's variables, the keys of the YAML
 * file and the table in {@code docs/operations.md} all come from here.
 */
public enum Setting {
    PORT("PORT", "9877", "Port of the page, the API and the arena protocol; 0 = any free one."),
    FEED_PORT("PORT", "9876", "Port of the public feed; 0 = any free one."),
    BIND("ADDRESS", "127.0.0.1", "Address to listen on; any but the loopback needs --pem-file or --insecure-public."),
    PEM_FILE("FILE", "", "TLS on both ports with the certificate chain and the private key in this PEM file."),
    INSECURE_PUBLIC("", "false", "Listen on a public address without TLS."),
    ALLOWED_ORIGINS(
            "LIST", "", "Origins of foreign pages that may open a socket, e.g. https://pit.example; own page: always."),
    CONNECTIONS_MAX("COUNT", "10000", "Connections at the same time."),
    CONNECTIONS_PER_ADDRESS_MAX("COUNT", "1000", "Connections of one address at the same time; loopback: no limit."),
    DATA("DIR", "./data", "Journals, database file and admin secret; one server at a time."),
    DB("URL", "", "PostgreSQL JDBC URL instead of the H2 file in the data folder."),
    DURABILITY("MODE", "process", "An acknowledged command survives: process = kill -9, power = a power cut."),
    DISK_WARN_MB("MB", "1000", "Warn when the data folder's disk has less free space, in megabytes; 0 = never."),
    DISK_STOP_MB("MB", "200", "Take no orders and accounts while it has less, in megabytes; 0 = never."),
    PRESET("NAME", "classic", "Rules of the default game: classic, open-market or ranked."),
    SCENARIO(
            "NAME|FILE",
            "",
            "World of the default game: one of the server's, one in DIR/scenarios, or a file; default: none."),
    USD_START("USD", "10000.00", "Starting wallet in USD."),
    CRYPTO_START("COINS", "10.0", "Starting wallet in the first coin; the others keep their proportion to it."),
    MAKER_FEE_PPM("PPM", "", "Maker's fee in millionths; default: the preset's."),
    TAKER_FEE_PPM("PPM", "", "Taker's fee in millionths; default: the preset's."),
    USER_LIMIT("COUNT", "", "How many users the default game takes, house bots aside; default: any number."),
    TIME_LIMIT("SECONDS", "", "Length of the default game, counted from its start; default: the preset's."),
    WHITELIST(
            "a,b|@FILE",
            "",
            "Users that may play, as a list or a file with a name per line; the game starts when all are connected."),
    VALUATION(
            "NAME",
            "",
            "What coins count as at the end: last-mark, reference, book-loo, liquidate; default: the preset's."),
    CLOSING_WINDOW("SECONDS", "", "Closing window before the earliest end; default: a tenth of the game, 30 to 120."),
    CLOSING_SPREAD("SECONDS", "", "How much before the time limit it may end, by chance; default: half the window."),
    CLOSING_CALM(
            "SECONDS", "", "So long before the earliest end what trades at once only reduces a position; default: 10."),
    CLOSING_IMPACT("PERMILLE", "", "Haircut of a left-over as large as the depth, per clamp; default: 500."),
    CLOSING_CLAMP("PERMILLE", "", "How far the closing average may lie from the one before it; default: 5."),
    CLOSING_POSITION("PERCENT", "", "What is left of the position limit in the closing window; default: 100."),
    POSITION_MAX(
            "COIN=AMOUNT,...",
            "",
            "Most coins that a player may own with his open buys, e.g. BTC=50,ETH=400; default: any number."),
    NOTIONAL_MAX("USD", "", "What all open orders of a player may be worth, price times size; default: anything."),
    ORDERS_MAX("COUNT", "", "Open orders of a player; default: 5000."),
    PAUSED("", "false", "Wait for the admin's start."),
    ADMIN_SECRET_FILE("FILE", "", "File with the admin secret; default: generated into DIR/admin-secret."),
    ADMIN_SECRET("SECRET", "", "The admin secret; only as BOTPIT_ADMIN_SECRET, never as an argument."),
    RATE_LIMIT("COUNT|off", "200", "Commands per second and player, burst twice that; off lifts every rate limit."),
    HOUSE_BOTS("SPEC", "", "House bots in the default game, e.g. market-maker:1,noise:4."),
    LOG_FORMAT("FORMAT", "text", "How the log on stderr is written: text, or json with one object a line.");

    private final String label;
    private final String defaultText;
    private final String description;

    Setting(String label, String defaultText, String description) {
        this.label = label;
        this.defaultText = defaultText;
        this.description = description;
    }

    /** The key in the YAML file, such as {@code feed-port}; with two dashes the option. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String option() {
        return "--" + key();
    }

    /** The environment variable, such as {@code BOTPIT_FEED_PORT}. */
    public String variable() {
        return "BOTPIT_" + name();
    }

    /** What stands for the value in help texts; empty: a flag. */
    public String label() {
        return label;
    }

    /** The value when nobody says anything; empty: none. */
    public String defaultText() {
        return defaultText;
    }

    /** One line for people. */
    public String description() {
        return description;
    }

    public boolean isFlag() {
        return label.isEmpty();
    }

    /** Whether it may stand on the command line and in the file: secrets may not. */
    public boolean isPublic() {
        return this != ADMIN_SECRET;
    }

    /** All settings that are options. */
    public static List<Setting> options() {
        return Arrays.stream(values()).filter(Setting::isPublic).toList();
    }

    public static Optional<Setting> ofKey(String key) {
        return options().stream().filter(s -> s.key().equals(key)).findFirst();
    }

    public static Optional<Setting> ofVariable(String variable) {
        return Arrays.stream(values())
                .filter(s -> s.variable().equals(variable))
                .findFirst();
    }
}
