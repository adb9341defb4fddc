package io.botpit.dialect.arena;

import io.botpit.dialect.Denial;
import io.botpit.dialect.Request;
import io.botpit.protocol.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads who somebody says to be. */
record Credentials(Params params) {
    /** Names go to logs, tables and files as they are: no character that means something there. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private static final List<String> RESERVED = List.of(
            "admin",
            "administrator",
            "botpit",
            "house",
            "moderator",
            "none",
            "null",
            "referee",
            "root",
            "server",
            "system");

    private static final int PASSWORD_CHARS_MIN = 8;

    /** bcrypt looks at no more. */
    private static final int PASSWORD_BYTES_MAX = 72;

    Request register() {
        Json username = params.value("username", Params.missing("username"));
        if (!(username instanceof Json.TextValue(var name))
                || !NAME.matcher(name).matches()) {
            throw new Unreadable(
                    Denial.NAME_INVALID,
                    "username must be 1 to 64 characters of A-Z a-z 0-9 . _ - starting with a letter or digit");
        }
        if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
            throw new Unreadable(Denial.NAME_RESERVED, "this username is reserved: choose another");
        }
        return new Request.Register(name, params.has("password") ? password() : null, owner());
    }

    /** Null: whoever registers stands behind the account. */
    private Request.@Nullable LoginByPassword owner() {
        if (!params.has("owner") && !params.has("owner_password")) {
            return null;
        }
        Json owner = params.value("owner", Params.missing("owner"));
        String password = secret("owner_password");
        if (!(owner instanceof Json.TextValue(var name)) || !NAME.matcher(name).matches()) {
            throw new Unreadable(Denial.UNKNOWN_NAME, "");
        }
        return new Request.LoginByPassword(name, password);
    }

    /** A name that cannot be registered is not; a token of another type is not the right one. */
    Request login() {
        Json username = params.value("username", Params.missing("username"));
        if (!params.has("token") && !params.has("password")) {
            throw Unreadable.missing(Params.missing("token"));
        }
        if (!(username instanceof Json.TextValue(var name))
                || !NAME.matcher(name).matches()) {
            throw new Unreadable(Denial.UNKNOWN_NAME, "");
        }
        return params.has("token")
                ? new Request.LoginByToken(name, secret("token"))
                : new Request.LoginByPassword(name, secret("password"));
    }

    String password() {
        String password = params.requiredText("password");
        if (password.length() < PASSWORD_CHARS_MIN
                || password.getBytes(StandardCharsets.UTF_8).length > PASSWORD_BYTES_MAX) {
            throw new Unreadable(
                    Denial.PASSWORD_INVALID,
                    "password must have at least " + PASSWORD_CHARS_MIN + " characters and at most "
                            + PASSWORD_BYTES_MAX + " bytes in UTF-8");
        }
        return password;
    }

    /** What the program says it is; null: nothing. */
    @Nullable
    String botVersion() {
        String version = params.text("bot_version");
        int max = Request.Introduced.VERSION_CHARS_MAX;
        if (version != null
                && (version.isBlank()
                        || version.length() > max
                        || version.chars().anyMatch(Character::isISOControl))) {
            throw Unreadable.command(
                    "bot_version must have 1 to " + max + " characters, none of them a control character");
        }
        return version;
    }

    /** Null: none was sent. */
    @Nullable
    String adminSecret() {
        return switch (params.object().get("secret")) {
            case null -> null;
            case Json.NullValue() -> null;
            case Json.TextValue(var text) -> text;
            case Json.ObjectValue _, Json.ArrayValue _, Json.NumberValue _, Json.BooleanValue _ ->
                throw new Unreadable(Denial.ADMIN_SECRET_WRONG, "");
        };
    }

    private String secret(String name) {
        return switch (params.value(name, Params.missing(name))) {
            case Json.TextValue(var text) -> text;
            case Json.ObjectValue _, Json.ArrayValue _, Json.NumberValue _, Json.BooleanValue _, Json.NullValue _ ->
                throw new Unreadable(Denial.WRONG_CREDENTIALS, "");
        };
    }
}
