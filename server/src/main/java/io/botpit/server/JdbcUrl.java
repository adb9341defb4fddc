package io.botpit.server;

import io.botpit.persistence.DatabaseServer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Takes user and password out of a JDBC address, so that it can be shown. Stateless. */
final class JdbcUrl {
    private static final String USER = "user=";
    private static final String PASSWORD = "password=";

    private JdbcUrl() {}

    static DatabaseServer server(String url) {
        int question = url.indexOf('?');
        if (question < 0) {
            return new DatabaseServer(url, "", "");
        }
        String user = "";
        String password = "";
        List<String> others = new ArrayList<>();
        for (String pair : url.substring(question + 1).split("&", -1)) {
            if (pair.startsWith(USER)) {
                user = decoded(pair.substring(USER.length()));
            } else if (pair.startsWith(PASSWORD)) {
                password = decoded(pair.substring(PASSWORD.length()));
            } else {
                others.add(pair);
            }
        }
        String rest = others.isEmpty() ? "" : "?" + String.join("&", others);
        return new DatabaseServer(url.substring(0, question) + rest, user, password);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
