package io.botpit.server.rig;

import io.botpit.server.session.Session;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One connection to a {@link Rig}, and how to talk on it. */
public final class Client {
    private static final Pattern TOKEN = Pattern.compile("[0-9a-f]{64}");

    private final Rig rig;
    private final FakeLink link;
    private final Session session;
    private String token = "";

    Client(Rig rig, FakeLink link, Session session) {
        this.rig = rig;
        this.link = link;
        this.session = session;
    }

    public FakeLink link() {
        return link;
    }

    public String token() {
        return token;
    }

    /** Sends without letting anybody work. */
    public void send(String frame) {
        session.onFrame(frame);
    }

    /** Sends a command without parameters, likewise. */
    public void command(String word) {
        send("{\"cmd\":\"" + word + "\",\"params\":{}}");
    }

    /** Sends one request and gives the one answer. */
    public String ask(String frame) {
        link.take();
        send(frame);
        rig.hand().settle();
        List<String> answers = link.take();
        return answers.size() == 1 ? answers.getFirst() : answers.toString();
    }

    public String askCommand(String word) {
        return ask("{\"cmd\":\"" + word + "\",\"params\":{}}");
    }

    public String register(String name) {
        String answer = ask("{\"cmd\":\"register\",\"params\":{\"username\":\"" + name + "\"}}");
        Matcher matcher = TOKEN.matcher(answer);
        if (matcher.find()) {
            token = matcher.group();
        }
        return answer;
    }

    public String auth(String name, String with) {
        return ask("{\"cmd\":\"auth\",\"params\":{\"username\":\"" + name + "\",\"token\":\"" + with + "\"}}");
    }

    public String buy(String price, String size) {
        return ask(order("buy", price, size));
    }

    public String admin(String word) {
        return ask("{\"cmd\":\"" + word + "\",\"params\":{\"secret\":\"" + Rig.SECRET + "\"}}");
    }

    public static String order(String side, String price, String size) {
        return "{\"cmd\":\"" + side + "\",\"params\":{\"price\":\"" + price + "\",\"size\":\"" + size + "\"}}";
    }

    public void hangUp() {
        session.onClose();
        rig.hand().settle();
    }

    public @Nullable String closed() {
        return link.closed();
    }
}
