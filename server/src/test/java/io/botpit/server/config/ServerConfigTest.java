package io.botpit.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.botpit.game.money.Amount;
import io.botpit.game.rules.GameRules;
import io.botpit.game.rules.Limits;
import io.botpit.game.rules.Presets;
import io.botpit.game.rules.Valuation;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class ServerConfigTest {
    @TempDir
    private Path folder;

    @Test
    void defaultsAreThoseOfTheContract() {
        ServerConfig config = ServerConfig.read(Map.of(), Map.of(), Optional.empty());

        assertThat(config)
                .isEqualTo(new ServerConfig(
                        new ServerConfig.Network("127.0.0.1", 9877, 9876, Optional.empty(), List.of()),
                        new ServerConfig.Connections(10_000, 1_000),
                        new ServerConfig.Storage(
                                Path.of("./data"),
                                Optional.empty(),
                                Durability.PROCESS,
                                new ServerConfig.DiskLimits(1_000_000_000, 200_000_000)),
                        new GameSetup(
                                "classic",
                                new BigDecimal("10000.00"),
                                new BigDecimal("10.0"),
                                new FeesSetup(OptionalInt.empty(), OptionalInt.empty()),
                                LimitsSetup.NONE,
                                0,
                                List.of(),
                                new ScheduleSetup(OptionalInt.empty(), false, ClosingSetup.NONE),
                                null),
                        new Scenarios(List.of()),
                        new ServerConfig.Admin(Optional.empty(), Optional.empty()),
                        OptionalInt.of(200),
                        List.of(),
                        LogFormat.TEXT));
        assertThat(config.game().rules(7)).isEqualTo(Presets.named("classic", 7));
    }

    @Test
    void everyKeyIsMapped() throws IOException {
        Map<Setting, String> all = everySetting();

        ServerConfig config = ServerConfig.read(all, Map.of(), Optional.empty());

        assertThat(config)
                .isEqualTo(new ServerConfig(
                        new ServerConfig.Network(
                                "0.0.0.0", 1, 2, Optional.of(folder.resolve("pem")), List.of("https://a", "https://b")),
                        new ServerConfig.Connections(30, 4),
                        new ServerConfig.Storage(
                                folder.resolve("d"),
                                Optional.of("jdbc:postgresql://h/b"),
                                Durability.POWER,
                                new ServerConfig.DiskLimits(11_000_000, 0)),
                        new GameSetup(
                                "ranked",
                                new BigDecimal("5.5"),
                                new BigDecimal("6"),
                                new FeesSetup(OptionalInt.of(7), OptionalInt.of(8)),
                                new LimitsSetup(
                                        Map.of("BTC", new BigDecimal("50.5"), "ETH", new BigDecimal("400")),
                                        new BigDecimal("20000.25"),
                                        30),
                                9,
                                List.of("ann", "bob"),
                                new ScheduleSetup(
                                        OptionalInt.of(100),
                                        true,
                                        new ClosingSetup(Valuation.BOOK_LOO, 20_000, 10_000, 3_000, 400, 6, 50)),
                                Scenarios.in(folder).find("range")),
                        new Scenarios(List.of()),
                        new ServerConfig.Admin(
                                Optional.of(new Secret("correct horse")), Optional.of(folder.resolve("secret"))),
                        OptionalInt.empty(),
                        List.of(new ServerConfig.HouseBots("noise", 4)),
                        LogFormat.JSON));
    }

    private Map<Setting, String> everySetting() throws IOException {
        Files.writeString(folder.resolve("pem"), "");
        Files.writeString(folder.resolve("secret"), "");
        Map<Setting, String> all = new EnumMap<>(Setting.class);
        all.put(Setting.PORT, "1");
        all.put(Setting.FEED_PORT, "2");
        all.put(Setting.BIND, "0.0.0.0");
        all.put(Setting.PEM_FILE, folder.resolve("pem").toString());
        all.put(Setting.INSECURE_PUBLIC, "true");
        all.put(Setting.ALLOWED_ORIGINS, "https://a, https://b");
        all.put(Setting.CONNECTIONS_MAX, "30");
        all.put(Setting.CONNECTIONS_PER_ADDRESS_MAX, "4");
        all.put(Setting.DATA, folder.resolve("d").toString());
        all.put(Setting.DB, "jdbc:postgresql://h/b");
        all.put(Setting.DURABILITY, "power");
        all.put(Setting.DISK_WARN_MB, "11");
        all.put(Setting.DISK_STOP_MB, "0");
        putGame(all);
        all.put(Setting.ADMIN_SECRET_FILE, folder.resolve("secret").toString());
        all.put(Setting.ADMIN_SECRET, "correct horse");
        all.put(Setting.RATE_LIMIT, "off");
        all.put(Setting.HOUSE_BOTS, "noise:4");
        all.put(Setting.LOG_FORMAT, "json");
        assertThat(all).containsOnlyKeys(Setting.values());
        return all;
    }

    private static void putGame(Map<Setting, String> all) {
        all.put(Setting.PRESET, "ranked");
        all.put(Setting.SCENARIO, "range");
        all.put(Setting.USD_START, "5.5");
        all.put(Setting.CRYPTO_START, "6");
        all.put(Setting.MAKER_FEE_PPM, "7");
        all.put(Setting.TAKER_FEE_PPM, "8");
        all.put(Setting.USER_LIMIT, "9");
        all.put(Setting.TIME_LIMIT, "100");
        all.put(Setting.VALUATION, "book-loo");
        all.put(Setting.CLOSING_WINDOW, "20");
        all.put(Setting.CLOSING_SPREAD, "10");
        all.put(Setting.CLOSING_CALM, "3");
        all.put(Setting.CLOSING_IMPACT, "400");
        all.put(Setting.CLOSING_CLAMP, "6");
        all.put(Setting.CLOSING_POSITION, "50");
        all.put(Setting.POSITION_MAX, "BTC=50.5, ETH=400");
        all.put(Setting.NOTIONAL_MAX, "20000.25");
        all.put(Setting.ORDERS_MAX, "30");
        all.put(Setting.WHITELIST, "ann,bob");
        all.put(Setting.PAUSED, "true");
    }

    @ParameterizedTest
    @EnumSource(Setting.class)
    void theCommandLineBeatsTheEnvironmentBeatsTheFileBeatsTheCommand(Setting setting) throws IOException {
        Path file = Files.writeString(folder.resolve("pit.yaml"), setting.isPublic() ? setting.key() + ": file\n" : "");
        Map<String, String> environment = Map.of(setting.variable(), "environment", "PATH", "/bin");
        Map<Setting, String> own = Map.of(setting, "own");

        assertThat(Settings.layered(own, Map.of(setting, "line"), environment, Optional.of(file))
                        .get(setting))
                .isEqualTo(new Settings.Given("line", setting.option(), false));
        assertThat(Settings.layered(own, Map.of(), environment, Optional.of(file))
                        .get(setting))
                .isEqualTo(new Settings.Given("environment", setting.variable(), false));
        assertThat(Settings.layered(own, Map.of(), Map.of(), Optional.of(file)).get(setting))
                .isEqualTo(
                        setting.isPublic()
                                ? new Settings.Given("file", "pit.yaml: " + setting.key(), false)
                                : new Settings.Given("own", "default of admin-secret", true));
        assertThat(Settings.layered(own, Map.of(), Map.of(), Optional.empty()).get(setting))
                .isEqualTo(new Settings.Given("own", "default of " + setting.key(), true));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            port: 70000              | pit.yaml: port: must be a whole number from 0 to 65535, not '70000'
            port: {a: 1}             | pit.yaml: port: must be a single value or a list of them
            prot: 1                  | pit.yaml: prot: unknown key, did you mean port?
            admin-secret: hunter2222 | pit.yaml: admin-secret: unknown key
            durability: forever      | pit.yaml: durability: must be one of process, power, not 'forever'
            preset: clasic           | pit.yaml: preset: must be one of classic, open-market, ranked, not 'clasic'
            usd-start: -5            | pit.yaml: usd-start: must be a number with at most 10 decimals
            usd-start: 1e5000        | pit.yaml: usd-start: must be a number with at most 10 decimals
            usd-start: 999999999999  | the rules of the default game: 999999999999 USD is too large
            time-limit: 0            | pit.yaml: time-limit: must be a whole number from 1 to 2592000
            valuation: mid           | pit.yaml: valuation: must be one of last-mark, reference, book-loo, liquidate, not 'mid'
            closing-clamp: 0         | pit.yaml: closing-clamp: must be a whole number from 1 to 500, not '0'
            closing-window: 20       | the rules of the default game: closing_window_ms, closing_spread_ms and closing_calm_ms must be 0 for
            closing-position: 50     | the rules of the default game: closing_position_percent must be 100 in a game without position_max
            position-max: BTC        | pit.yaml: position-max: must look like BTC=50,ETH=400.5: a coin, =, and how many coins
            position-max: BTC=       | pit.yaml: position-max: must look like BTC=50,ETH=400.5
            position-max: BTC=1e9    | pit.yaml: position-max: must look like BTC=50,ETH=400.5
            position-max: [BTC=50, BTC=60] | pit.yaml: position-max: names BTC twice: once is enough
            position-max: XRP=50     | the rules of the default game: position_max must name coins of the game, which are BTC, ETH
            position-max: BTC=0      | the rules of the default game: position_max of BTC must be more than 0 and less than
            position-max: BTC=-5     | the rules of the default game: position_max of BTC must be more than 0 and less than
            position-max: BTC=99999999999 | the rules of the default game: position_max of BTC must be more than 0 and less than
            position-max: BTC=50.123456789 | the rules of the default game: position_max of BTC must have at most the 8 decimals of BTC
            position-max: BTC=9      | the rules of the default game: position_max of BTC must be at least the 10.00000000 that
            notional-max: 0          | the rules of the default game: notional_open_max must be more than 0
            orders-max: 0            | pit.yaml: orders-max: must be a whole number from 1 to 5000, not '0'
            whitelist: [ann, ANN]    | pit.yaml: whitelist: the name ANN stands there twice
            whitelist: [a b]         | pit.yaml: whitelist: not a player's name: 'a b'
            paused: maybe            | pit.yaml: paused: must be true or false, not 'maybe'
            house-bots: noise        | pit.yaml: house-bots: must look like market-maker:1,noise:4
            bind: 0.0.0.0            | pit.yaml: bind: 0.0.0.0 is open to others: give --pem-file for TLS
            feed-port: 9877          | pit.yaml: feed-port: must differ from port, both are 9877
            pem-file: /nowhere       | pit.yaml: pem-file: cannot read the file /nowhere
            rate-limit: none         | pit.yaml: rate-limit: must be a whole number from 1 to 1000000
            - port                   | pit.yaml: must be a list of 'key: value' lines
            'port: ['                | pit.yaml: not YAML
            """)
    void aWrongFileIsRefusedByName(String yaml, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("pit.yaml"), yaml);

        assertThatThrownBy(() -> ServerConfig.read(Map.of(), Map.of(), Optional.of(file)))
                .isInstanceOf(ConfigProblem.class)
                .hasMessageContaining(message);
    }

    @Test
    void anUnknownVariableIsRefusedByName() {
        assertThatThrownBy(() -> ServerConfig.read(Map.of(), Map.of("BOTPIT_FED_PORT", "1"), Optional.empty()))
                .hasMessage("BOTPIT_FED_PORT: unknown variable, did you mean BOTPIT_FEED_PORT?");
    }

    @Test
    void variablesOfTheLauncherAreNotOurs() {
        Map<String, String> environment =
                Map.of("BOTPIT_JAVA_OPTS", "-Xmx1g", "BOTPIT_AOT", "off", "BOTPIT_LOG", "WARN");

        assertThat(ServerConfig.read(Map.of(), environment, Optional.empty()))
                .isEqualTo(ServerConfig.read(Map.of(), Map.of(), Optional.empty()));
    }

    @Test
    void aWhitelistFileMayHaveWindowsLineEnds() throws IOException {
        Path file = Files.writeString(folder.resolve("names"), "ann\r\n\r\nbob\r\n");

        ServerConfig config = ServerConfig.read(Map.of(Setting.WHITELIST, "@" + file), Map.of(), Optional.empty());

        assertThat(config.game().whitelist()).containsExactly("ann", "bob");
    }

    @Test
    void theOtherCoinsKeepTheirProportion() {
        ServerConfig config = ServerConfig.read(Map.of(Setting.CRYPTO_START, "5"), Map.of(), Optional.empty());

        assertThat(config.game().rules(1).grants())
                .extracting(grant -> grant.asset().code() + " " + grant.amount().units())
                .containsExactly("USD 100000000000000", "BTC 500000000", "ETH 5000000000");
    }

    @Test
    void limitsAreExactAndCoinByCoin() {
        ServerConfig config = ServerConfig.read(
                Map.of(
                        Setting.POSITION_MAX, "ETH=100.00000001",
                        Setting.NOTIONAL_MAX, "0.0000000001",
                        Setting.ORDERS_MAX, "1"),
                Map.of(),
                Optional.empty());

        GameRules rules = config.game().rules(1);

        assertThat(rules.instruments())
                .extracting(one -> one.bounds().positionMax())
                .containsExactly(Amount.MOST, new Amount(10_000_000_001L));
        assertThat(rules.limits()).isEqualTo(Limits.STANDARD.withOpen(1, new Amount(1)));
    }

    @Test
    void aWorldOfOneCoinKnowsNoOther() throws IOException {
        Path file = Files.writeString(folder.resolve("alone.yaml"), """
                name: alone
                about: One coin.
                preset: ranked
                seconds: 600
                markets:
                  - symbol: ETH/USD
                    model: random-walk
                    volatility-ppm: 100
                """);
        Map<Setting, String> line = Map.of(Setting.SCENARIO, file.toString(), Setting.POSITION_MAX, "BTC=50");

        assertThatThrownBy(() -> ServerConfig.read(line, Map.of(), Optional.empty()))
                .hasMessageEndingWith("position_max must name coins of the game, which are ETH");
    }

    @Test
    void printingShowsNoSecret() {
        ServerConfig config = ServerConfig.read(
                Map.of(
                        Setting.ADMIN_SECRET, "correct horse",
                        Setting.DB, "jdbc:postgresql://joe:hidden1@h/b?user=joe&password=hidden2&ssl=true"),
                Map.of(),
                Optional.empty());

        assertThat(config.toString())
                .doesNotContain("horse", "hidden1", "hidden2")
                .contains("ssl=true");
    }

    @Test
    void settingsHaveDifferentKeys() {
        assertThat(Arrays.stream(Setting.values()).map(Setting::key)).doesNotHaveDuplicates();
    }
}
