package io.botpit.server.http;

import io.botpit.protocol.rest.ProblemBody;

/**
 * A refusal over HTTP, thrown by handlers and written as problem JSON (RFC 9457).
 *
 * <p>Carries no stack trace: it is an answer, not an accident.
 */
final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    /** @param detail for people: names the field, the limit and the fix; never echoes what was sent */
    Problem(int status, String code, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
    }

    int status() {
        return status;
    }

    ProblemBody body() {
        return ProblemBody.of(status, code, String.valueOf(getMessage()));
    }

    static Problem notFound(String what) {
        return new Problem(404, "not_found", what);
    }

    static Problem invalid(String field, String detail) {
        return new Problem(400, "invalid_parameter", field + ": " + detail);
    }
}
