package io.botpit.protocol;

/** What a client receives. */
public sealed interface ServerFrame permits ReplyFrame, PushFrame, ServerFrame.Unreadable {
    /** Not a frame of this protocol, or of a version that this library does not know. */
    record Unreadable(String text, String why) implements ServerFrame {}

    /** Reads one text frame; never throws. */
    static ServerFrame read(String text) {
        return switch (JsonText.ofServerFrames().read(text)) {
            case JsonText.Read.Broken(var why) -> new Unreadable(text, why);
            case JsonText.Read.Value(var json) -> {
                try {
                    Fields fields = Fields.of(json);
                    yield fields.has("status") ? ReplyFrame.from(fields) : PushFrame.from(fields);
                } catch (WrongShape wrong) {
                    yield new Unreadable(text, String.valueOf(wrong.getMessage()));
                }
            }
        };
    }
}
