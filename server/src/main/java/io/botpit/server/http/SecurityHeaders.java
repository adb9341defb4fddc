package io.botpit.server.http;

import java.util.Map;
import org.eclipse.jetty.http.HttpFields;

/**
 * What every answer says to a browser. The site runs no foreign code and no inline code, and only the page that is made
 * for it stands in other sites' frames.
 */
final class SecurityHeaders {
    static final String POLICY = policy("'none'");
    static final String FRAMED_POLICY = policy("*");

    /** Shows a game and takes no orders or secrets, so nothing is won by laying it under something else. */
    private static final String FRAMED_PAGE = "/embed";

    private static final String POLICY_HEADER = "Content-Security-Policy";
    private static final String FRAME_HEADER = "X-Frame-Options";

    private static final Map<String, String> HEADERS = Map.of(
            POLICY_HEADER,
            POLICY,
            "X-Content-Type-Options",
            "nosniff",
            FRAME_HEADER,
            "DENY",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Permissions-Policy",
            "camera=(), geolocation=(), microphone=()");

    private SecurityHeaders() {}

    /** @param path of the request */
    static void addTo(HttpFields.Mutable fields, String path) {
        HEADERS.forEach(fields::put);
        if (path.equals(FRAMED_PAGE)) {
            fields.put(POLICY_HEADER, FRAMED_POLICY);
            fields.remove(FRAME_HEADER);
        }
    }

    private static String policy(String frames) {
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
                + "font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors " + frames;
    }
}
