package io.botpit.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the admin does over REST, and reads of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AdminHttpTest {
    private Pit pit;

    @BeforeAll
    void open() {
        pit = Pit.open();
    }

    @AfterAll
    void close() {
        pit.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            games/g1/start    | {}                                | admin 127.0.0.1: Start[]
            games/g1/pause    | ''                                | admin 127.0.0.1: Pause[]
            games/g1/end      | {}                                | admin 127.0.0.1: End[cause=REFEREE]
            games/g1/void     | {"reason":"a bug"}                | admin 127.0.0.1: Annul[why=a bug]
            games/g1/announce | {"text":"hello"}                  | admin 127.0.0.1: Announce[text=hello]
            games/g1/freeze   | {"player":"ANN"}                  | admin 127.0.0.1: Freeze[player=PlayerId[number=7], frozen=true]
            games/g1/freeze   | {"player":"ann","frozen":false}   | admin 127.0.0.1: Freeze[player=PlayerId[number=7], frozen=false]
            games/g1/cancel   | {"player":"Ann"}                  | admin 127.0.0.1: CancelOrders[player=PlayerId[number=7]]
            games/g1/mode     | {"mode":"view_only"}              | admin 127.0.0.1: SetMode[mode=VIEW_ONLY, cancelOrders=false]
            games/g1/mode     | {"mode":"cancel_only","cancelOrders":true} | admin 127.0.0.1: SetMode[mode=CANCEL_ONLY, cancelOrders=true]
            announce          | {"text":"all"}                    | admin 127.0.0.1: announce all
            games             | ''                                | admin 127.0.0.1: open classic 0 Entry[whitelist=[], playersMax=0, rated=false]
            games             | {"title":"cup","seconds":60}      | admin 127.0.0.1: open cup 60000 Entry[whitelist=[], playersMax=0, rated=false]
            games             | {"userLimit":2,"default":true}    | admin 127.0.0.1: open classic 0 Entry[whitelist=[], playersMax=2, rated=false] default
            games             | {"whitelist":["a","B"],"paused":true} | admin 127.0.0.1: open classic 0 paused Entry[whitelist=[a, B], playersMax=0, rated=false]
            players/ann/revoke | ''                               | admin 127.0.0.1: revoke ann
            players/ann/kick  | {}                                | admin 127.0.0.1: kick ann
            """)
    void theAdminActs(String path, String json, String act) throws Exception {
        pit.acts.clear();

        HttpResponse<String> answer = pit.post("/api/v1/admin/" + path, Pit.SECRET, json);

        assertThat(answer.statusCode()).isBetween(200, 201);
        assertThat(pit.acts).contains(act);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            games/g1/pause    | {]                      | 400 | invalid_body
            games/g1/pause    | {"text":"a","text":"b"} | 400 | invalid_body
            games/g1/pause    | {"tyre":1}              | 400 | invalid_body
            games/g1/announce | {}                      | 400 | invalid_parameter
            games/g1/freeze   | {"player":"eve"}        | 404 | unknown_player
            games/g1/mode     | {}                      | 400 | invalid_parameter
            games/g1/mode     | {"mode":"FULL"}         | 400 | invalid_parameter
            games/g1/resume   | {}                      | 409 | wrong_phase
            games/g2/pause    | {}                      | 404 | not_found
            games/g1/pause    | null                    | 400 | invalid_body
            players/eve/revoke | {}                     | 404 | unknown_player
            players/eve/kick  | {}                      | 404 | unknown_player
            games/g1/cancel   | {"player":"eve"}        | 404 | unknown_player
            games/g1/cancel   | {}                      | 400 | invalid_parameter
            players/%20/revoke | {}                     | 404 | unknown_player
            games             | {"player":"ann"}        | 400 | invalid_body
            games             | {"title":"one too many"} | 409 | games_open_max
            """)
    void anActThatCannotBeIsRefused(String path, String json, int status, String code) throws Exception {
        HttpResponse<String> answer = pit.post("/api/v1/admin/" + path, Pit.SECRET, json);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tournaments       | []                                                        | 400 | invalid_body
            tournaments       | {"tyre":1}                                                | 400 | invalid_body
            tournaments       | {"format":["round_robin"]}                                | 400 | invalid_body
            tournaments       | {}                                                        | 400 | invalid_parameter
            tournaments       | {"format":"chess"}                                        | 400 | invalid_parameter
            tournaments       | {"format":"knockout","shape":{"bestOf":[2]}}              | 400 | invalid_parameter
            tournaments       | {"format":"knockout","shape":{"bestOf":[null]}}           | 400 | invalid_parameter
            tournaments       | {"format":"knockout_tables","shape":{"size":3}}           | 400 | invalid_parameter
            tournaments       | {"format":"knockout_tables","shape":{"size":9}}           | 400 | invalid_parameter
            tournaments       | {"format":"knockout_tables","shape":{"tableBouts":[]}}    | 400 | invalid_parameter
            tournaments       | {"format":"knockout_tables","shape":{"tableBouts":[0]}}   | 400 | invalid_parameter
            tournaments       | {"format":"knockout_tables","shape":{"tableBouts":[16]}}  | 400 | invalid_parameter
            tournaments       | {"format":"knockout_tables","shape":{"tableBouts":[null]}} | 400 | invalid_parameter
            tournaments       | {"format":"knockout_tables","duplicate":true}             | 400 | invalid_parameter
            tournaments       | {"format":"tables","shape":{"size":1}}                    | 400 | invalid_parameter
            tournaments       | {"format":"window","shape":{"seconds":0}}                 | 400 | invalid_parameter
            tournaments       | {"format":"round_robin","title":""}                       | 400 | invalid_parameter
            tournaments       | {"format":"round_robin","dryRun":1}                       | 400 | invalid_parameter
            tournaments       | {"format":"round_robin","startsAt":-1}                    | 400 | invalid_parameter
            tournaments       | {"format":"round_robin","startsAt":9223372036854775807}   | 400 | invalid_parameter
            tournaments       | {"format":"round_robin","entry":{"allow":["a b"]}}        | 400 | invalid_parameter
            tournaments       | {"format":"round_robin","entry":{"allow":[null]}}         | 400 | invalid_parameter
            tournaments       | {"format":"round_robin","entry":{"entrantsMax":65}}       | 400 | invalid_parameter
            tournaments       | {"format":"round_robin","entry":{"ratingMin":2,"ratingMax":1}} | 400 | invalid_parameter
            tournaments       | {"format":"round_robin","bouts":{"seconds":0}}            | 400 | invalid_parameter
            tournaments       | {"format":"round_robin","bouts":{"noShowSeconds":0}}      | 400 | invalid_parameter
            tournaments       | {"format":"round_robin","bouts":{"atOnce":0}}             | 400 | invalid_parameter
            tournaments       | {"format":"round_robin","bouts":{"preset":"x"}}           | 400 | invalid_parameter
            tournaments       | {"format":"round_robin","bouts":{"scenario":"x"}}         | 400 | invalid_parameter
            tournaments       | {"format":"round_robin","bouts":{"houseBots":"x:1"}}      | 400 | invalid_parameter
            tournaments       | {"format":"tables","bouts":{"fill":"x"}}                  | 400 | invalid_parameter
            tournaments       | {"format":"tables","bouts":{"fill":"noise:2"}}            | 400 | invalid_parameter
            tournaments       | {"format":"round_robin","bouts":{"fill":"noise"}}         | 400 | invalid_parameter
            tournaments       | {"format":"round_robin","cuts":[{"afterRound":1,"keep":2}]} | 400 | invalid_parameter
            tournaments       | {"format":"swiss_duels","cuts":[null]}                    | 400 | invalid_parameter
            tournaments       | {"format":"swiss_duels","cuts":[{"afterRound":1}]}        | 400 | invalid
            tournaments/t1/start    | {"tyre":1}                                          | 400 | invalid_body
            tournaments/t1/enter    | {}                                                  | 400 | invalid_parameter
            tournaments/t1/withdraw | {"player":" "}                                      | 400 | invalid_parameter
            tournaments/x/start     | {}                                                  | 404 | not_found
            tournaments/t1/start    | {}                                                  | 404 | not_found
            """)
    void aTournamentThatCannotBeIsRefused(String path, String json, int status, String code) throws Exception {
        HttpResponse<String> answer = pit.post("/api/v1/admin/" + path, Pit.SECRET, json);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains("\"code\":\"" + code);
    }

    @Test
    void theAdminReadsTheRecord() throws Exception {
        String bearer = "Bearer " + Pit.SECRET;

        assertThat(pit.get("/api/v1/admin/audit", "Authorization", bearer).body())
                .isEqualTo("{\"audit\":["
                        + "{\"id\":9,\"at\":3,\"who\":\"admin ::1\",\"act\":\"pause\",\"game\":\"g1\"},"
                        + "{\"id\":8,\"at\":0,\"who\":\"admin ::1\",\"act\":\"announce: a, b\",\"game\":null}"
                        + "],\"next\":8}");
        assertThat(pit.get("/api/v1/admin/audit?after=7&limit=5", "Authorization", bearer)
                        .body())
                .isEqualTo("{\"audit\":[],\"next\":7}");
        assertThat(pit.get("/api/v1/admin/accounts", "Authorization", bearer).body())
                .isEqualTo(
                        "{\"accounts\":[{\"id\":8,\"name\":\"ann-2\",\"owner\":\"ann\",\"house\":false}],\"next\":8}");
        assertThat(pit.get("/api/v1/admin/accounts").statusCode()).isEqualTo(401);
        assertThat(pit.get("/api/v1/admin/audit").statusCode()).isEqualTo(401);
        assertThat(pit.get("/api/v1/admin/audit", "Authorization", "Bearer wrong")
                        .statusCode())
                .isEqualTo(401);
    }
}
