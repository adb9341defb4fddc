package io.botpit.protocol;

import org.jspecify.annotations.Nullable;

/**
 * The reply to one request.
 *
 * @param status whether it was done
 * @param message for people
 * @param data what was asked for, JSON null where there is nothing
 * @param id the request's id as it came; null where none was sent
 * @param code stable, on refusals only
 * @param extras members that cxgame does not know
 */
public record ReplyFrame(
        boolean status,
        String message,
        Json data,
        @Nullable Json id,
        @Nullable String code,
        Extras extras) implements ServerFrame {
    /**
     * What a reply may say in addition.
     *
     * @param detail on refusals, for people: more than the message says
     * @param page where a list was cut off
     * @param repeated the same client order id with the same terms came again: nothing new happened
     */
    public record Extras(@Nullable String detail, @Nullable PageRecord page, boolean repeated) {
        public static final Extras NONE = new Extras(null, null, false);
    }

    public static ReplyFrame done(String message, Json data) {
        return new ReplyFrame(true, message, data, null, null, Extras.NONE);
    }

    public static ReplyFrame refused(String code, String message, @Nullable String detail) {
        return new ReplyFrame(false, message, Json.NULL, null, code, new Extras(detail, null, false));
    }

    public ReplyFrame to(@Nullable Json request) {
        return new ReplyFrame(status, message, data, request, code, extras);
    }

    public ReplyFrame with(Extras more) {
        return new ReplyFrame(status, message, data, id, code, more);
    }

    public Json toJson() {
        Json.Members members = Json.object()
                .put("status", status)
                .put("message", message)
                .put("data", data)
                .maybe("id", id)
                .maybe("code", code)
                .maybe("detail", extras.detail);
        if (extras.page != null) {
            members.put("page", extras.page.toJson());
        }
        if (extras.repeated) {
            members.put("repeated", true);
        }
        return members.build();
    }

    static ReplyFrame from(Fields fields) {
        if (!(fields.value("status") instanceof Json.BooleanValue(var status))) {
            throw new WrongShape("status is not a boolean");
        }
        return new ReplyFrame(
                status,
                fields.text("message"),
                fields.value("data"),
                fields.object().get("id"),
                fields.textIfAny("code"),
                new Extras(
                        fields.textIfAny("detail"),
                        fields.has("page") ? PageRecord.from(fields.value("page")) : null,
                        fields.truth("repeated")));
    }
}
