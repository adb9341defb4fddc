package io.botpit.server.http;

import io.botpit.protocol.rest.RestCodec;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Stands before Javalin and turns away what must not get in: a handshake that is none, a foreign page's socket, a
 * method in disguise, a body that is too large. Puts the security headers on every answer. Any thread.
 */
final class FrontDoor extends Handler.Wrapper {
    static final long BODY_BYTES_MAX = 65_536;

    /** Requests of a port at the same time: half of what it does at a time, so that frames and handshakes get their turn. */
    static final int REQUESTS_MAX = Plumbing.TASKS_MAX / 2;

    private static final String VERSION = "13";
    private static final int KEY_BYTES = 16;
    private static final List<String> DISGUISES =
            List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override");

    private final Origins origins;
    private final Predicate<String> isSocketPath;
    private final Semaphore requests = new Semaphore(REQUESTS_MAX);

    /** @param isSocketPath whether a path may be upgraded at all */
    FrontDoor(Origins origins, Predicate<String> isSocketPath) {
        this.origins = origins;
        this.isSocketPath = isSocketPath;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        SecurityHeaders.addTo(response.getHeaders(), Request.getPathInContext(request));
        Problem problem = check(request);
        if (problem == null && !isExempt(request)) {
            problem = admit(request);
        }
        if (problem == null) {
            return super.handle(request, response, callback);
        }
        if (problem.status() == 426) {
            response.getHeaders().put("Sec-WebSocket-Version", VERSION);
            response.getHeaders().put(HttpHeader.UPGRADE, "websocket");
        }
        refuse(response, callback, problem);
        return true;
    }

    /** A handshake is no work, and whoever asks whether the process lives must not think it dead when it is busy. */
    private static boolean isExempt(Request request) {
        return isHandshake(request.getHeaders())
                || Request.getPathInContext(request).equals("/health/live");
    }

    private @Nullable Problem admit(Request request) {
        if (!requests.tryAcquire()) {
            return new Problem(503, "busy", "limit requests_max=" + REQUESTS_MAX + "; try again in a second");
        }
        Request.addCompletionListener(request, _ -> requests.release());
        return null;
    }

    private static void refuse(Response response, Callback callback, Problem problem) {
        response.setStatus(problem.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, RestApi.PROBLEM_TYPE);
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        Content.Sink.write(response, true, RestCodec.json(problem.body()), callback);
    }

    private @Nullable Problem check(Request request) {
        HttpFields headers = request.getHeaders();
        if (DISGUISES.stream().anyMatch(headers::contains)) {
            return new Problem(400, "method_override_refused", "send the method itself, not an override header");
        }
        boolean upgrade = isHandshake(headers);
        if (upgrade || headers.contains("Sec-WebSocket-Key") || headers.contains("Sec-WebSocket-Version")) {
            return checkHandshake(request, headers, upgrade);
        }
        return request.getLength() > BODY_BYTES_MAX
                ? new Problem(413, "body_too_large", "at most " + BODY_BYTES_MAX + " bytes")
                : null;
    }

    private @Nullable Problem checkHandshake(Request request, HttpFields headers, boolean upgrade) {
        if (!upgrade || !request.getMethod().equals("GET") || !headers.contains(HttpHeader.CONNECTION, "Upgrade")) {
            return handshake("must be a GET with 'Upgrade: websocket' and 'Connection: Upgrade'");
        }
        if (request.getLength() > 0 || headers.contains(HttpHeader.TRANSFER_ENCODING)) {
            return handshake("must have no body");
        }
        if (!VERSION.equals(headers.get("Sec-WebSocket-Version"))) {
            return headers.contains("Sec-WebSocket-Version")
                    ? new Problem(426, "websocket_version", "Sec-WebSocket-Version must be " + VERSION)
                    : handshake("Sec-WebSocket-Version is missing");
        }
        if (!isKey(headers.getValuesList("Sec-WebSocket-Key"))) {
            return handshake("Sec-WebSocket-Key must be 16 bytes in base64, once");
        }
        if (!isSocketPath.test(Request.getPathInContext(request))) {
            return Problem.notFound("no socket here");
        }
        List<HttpField> named = headers.getFields(HttpHeader.ORIGIN);
        boolean allowed = named.isEmpty()
                || named.size() == 1 && origins.allows(named.getFirst().getValue(), headers.get(HttpHeader.HOST));
        return allowed ? null : new Problem(403, "origin_refused", "this page may not open a socket here");
    }

    private static boolean isHandshake(HttpFields headers) {
        return headers.contains(HttpHeader.UPGRADE, "websocket");
    }

    private static boolean isKey(List<String> keys) {
        try {
            return keys.size() == 1 && Base64.getDecoder().decode(keys.getFirst()).length == KEY_BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Problem handshake(String detail) {
        return new Problem(400, "bad_handshake", "WebSocket handshake: " + detail);
    }
}
