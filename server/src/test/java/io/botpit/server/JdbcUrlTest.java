package io.botpit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.persistence.DatabaseServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JdbcUrlTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # given                                            | shown                              | user   | password
            jdbc:postgresql://db/pit                           | jdbc:postgresql://db/pit           | ''     | ''
            jdbc:postgresql://db/pit?                          | jdbc:postgresql://db/pit?          | ''     | ''
            jdbc:postgresql://db/pit?user=ann                  | jdbc:postgresql://db/pit           | ann    | ''
            jdbc:postgresql://db/pit?user=ann&password=x       | jdbc:postgresql://db/pit           | ann    | x
            jdbc:postgresql://db/pit?password=x&user=ann       | jdbc:postgresql://db/pit           | ann    | x
            jdbc:postgresql://db/pit?ssl=true&user=a&app=b     | jdbc:postgresql://db/pit?ssl=true&app=b | a | ''
            jdbc:postgresql://db/pit?user=a%26b&password=p%3Dq%25 | jdbc:postgresql://db/pit        | a&b    | p=q%
            jdbc:postgresql://db/pit?password=a=b              | jdbc:postgresql://db/pit           | ''     | a=b
            jdbc:postgresql://[::1]:5432/pit?ssl=true          | jdbc:postgresql://[::1]:5432/pit?ssl=true | '' | ''
            """)
    void userAndPasswordAreTakenOut(String given, String shown, String user, String password) {
        DatabaseServer server = JdbcUrl.server(given);

        assertThat(server).isEqualTo(new DatabaseServer(shown, user, password));
        assertThat(server.toString()).isEqualTo(shown + " as " + user);
    }
}
