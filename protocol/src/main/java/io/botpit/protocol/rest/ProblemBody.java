package io.botpit.protocol.rest;

import java.util.Map;

/**
 * A refusal (RFC 9457).
 *
 * @param type a relative reference to the page that explains the code
 * @param title the status in words
 * @param code stable; for programs
 * @param detail for people
 */
public record ProblemBody(String type, String title, int status, String code, String detail) implements RestBody {
    private static final Map<Integer, String> TITLES = Map.ofEntries(
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(406, "Not Acceptable"),
            Map.entry(409, "Conflict"),
            Map.entry(413, "Content Too Large"),
            Map.entry(414, "URI Too Long"),
            Map.entry(415, "Unsupported Media Type"),
            Map.entry(426, "Upgrade Required"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(431, "Request Header Fields Too Large"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(501, "Not Implemented"),
            Map.entry(503, "Service Unavailable"),
            Map.entry(505, "HTTP Version Not Supported"));

    public static ProblemBody of(int status, String code, String detail) {
        return new ProblemBody("/docs#" + code, TITLES.getOrDefault(status, "Error"), status, code, detail);
    }
}
