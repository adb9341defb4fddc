package io.botpit.server.http;

import io.botpit.server.session.AdminDoor;
import io.javalin.http.Context;
import java.net.InetAddress;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Lets only the bearer of the admin secret act. There are no cookies, so no page can act in somebody's name. */
final class AdminGuard {
    private static final String SCHEME = "bearer ";
    private static final int ANSWER_SECONDS_MAX = 10;
    private static final long MILLIS_PER_SECOND = 1_000;

    private final AdminDoor door;

    AdminGuard(AdminDoor door) {
        this.door = door;
    }

    /** {@link Problem} 401 or 429 unless the secret is right. */
    void check(Context context) {
        String header = context.header("Authorization");
        if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            throw unauthorized(context, "secret_required", "send 'Authorization: Bearer SECRET'");
        }
        String secret = header.substring(SCHEME.length()).strip();
        AdminDoor.Entry entry = door.knock(secret, address(context))
                .orTimeout(ANSWER_SECONDS_MAX, TimeUnit.SECONDS)
                .join();
        switch (entry) {
            case AdminDoor.Granted _ -> {
                // come in
            }
            case AdminDoor.Wrong _ -> throw unauthorized(context, "secret_wrong", "this is not the admin secret");
            case AdminDoor.Limited(long millis) -> {
                context.header("Retry-After", String.valueOf(millis / MILLIS_PER_SECOND + 1));
                throw new Problem(429, "rate_limited", "too many wrong secrets; try again later");
            }
        }
    }

    /** For the audit record. */
    String who(Context context) {
        return "admin " + address(context);
    }

    /** The connection's own address; forwarding headers are anybody's to forge. */
    static String address(Context context) {
        String text = context.req().getRemoteAddr();
        String bare = text.startsWith("[") ? text.substring(1, text.length() - 1) : text;
        try {
            return InetAddress.ofLiteral(bare).getHostAddress();
        } catch (IllegalArgumentException e) {
            return bare;
        }
    }

    private static Problem unauthorized(Context context, String code, String detail) {
        context.header("WWW-Authenticate", "Bearer realm=\"botpit admin\"");
        return new Problem(401, code, detail);
    }
}
