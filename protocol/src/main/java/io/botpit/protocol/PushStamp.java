package io.botpit.protocol;

/**
 * Where a push stands in its channel. A client whose last frame of the channel was {@code last} takes a snapshot
 * whatever it says; ignores a frame with {@code seq <= last}; takes one with {@code prev <= last < seq}; and asks for a
 * new snapshot where {@code prev > last}.
 *
 * @param seq the game's command sequence
 * @param prev that of the channel's frame before; 0 in a snapshot
 * @param snapshot whether the frame is the whole state rather than a change
 */
public record PushStamp(long seq, long prev, boolean snapshot) {
    public static PushStamp ofSnapshot(long seq) {
        return new PushStamp(seq, 0, true);
    }

    public static PushStamp ofChange(long seq, long prev) {
        return new PushStamp(seq, prev, false);
    }

    Json.Members frame(PushType type) {
        Json.Members members =
                Json.object().put("type", type.word()).put("seq", seq).put("prev", prev);
        return snapshot ? members.put("snapshot", true) : members;
    }

    static PushStamp from(Fields fields) {
        return new PushStamp(fields.whole("seq"), fields.whole("prev"), fields.truth("snapshot"));
    }
}
