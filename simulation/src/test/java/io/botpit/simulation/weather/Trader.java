package io.botpit.simulation.weather;

import io.botpit.protocol.Json;
import io.botpit.protocol.PushFrame;
import io.botpit.protocol.PushType;
import io.botpit.protocol.ReplyFrame;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A player who does at random whatever a player may do, and some of what he may not. */
final class Trader extends Caller {
    private static final int WAITING_MAX = 40;
    private static final int ORDERS_KNOWN_MAX = 200;

    private static final int GUESSES_MAX = 2;

    private final Reader reader = new Reader();
    private final List<String> orders = new ArrayList<>();
    private final List<Sent> sent = new ArrayList<>();
    private String readerOf = "";
    private boolean asking;
    private int guesses;

    /** An order with a client order id, which can be sent again. */
    private record Sent(String game, String command, String params, String clientId) {}

    Trader(Storm storm, String name) {
        super(storm, name);
    }

    /** Does something, and again after a while. */
    void act() {
        losePatience();
        if (!isIn()) {
            if (line() == null && dice().permille(300)) {
                connect();
            }
        } else if (storm().isCalm()) {
            if (waiting() == 0) {
                rest();
            }
        } else {
            weather();
            for (int left = 1 + dice().below(4); left > 0 && waiting() < WAITING_MAX; left--) {
                wish();
            }
        }
        storm().calendar().after(1 + dice().upTo(2L * storm().thinkMicros()), this::act);
    }

    private void rest() {
        if (storm().isEnding()) {
            direct("shutdown");
        } else {
            query("ping");
        }
    }

    /** Not too often: the server would soon hear nothing of an admin from this address. */
    private void guess() {
        if (guesses++ < GUESSES_MAX) {
            ask("pause", "{\"secret\":\"guessed\"}", _ -> {});
        }
    }

    @Override
    String address() {
        return "10.0.1." + name().charAt(1);
    }

    private void direct(String verb) {
        ask(verb, "{\"secret\":\"" + Server.SECRET + "\"}", _ -> {});
    }

    private void weather() {
        Line now = line();
        if (dice().permille(storm().wire().hangUpPermille())) {
            storm().faults().happened(Fault.DISCONNECTED);
            hangUp();
        } else if (now != null && dice().permille(storm().wire().stickPermille())) {
            now.stick();
        } else if (dice().permille(5)) {
            moveTo(storm().someGame());
        }
    }

    @Override
    void entered() {
        asking = false;
        storm().promises().of(String.valueOf(game())).players.add(name());
        follow();
    }

    private void follow() {
        if (!String.valueOf(game()).equals(readerOf)) {
            reader.forget();
            readerOf = String.valueOf(game());
        }
        if (reader.isEmpty()) {
            subscribe();
            return;
        }
        Collection<PushType> channels = List.copyOf(reader.channels());
        ask("resume", "{\"after\":" + reader.resumeAfter() + ",\"channels\":" + words(channels) + "}", reply -> {
            if (reply.status()) {
                storm().faults().happened(Fault.FEED_RESUMED);
            } else {
                reader.forget();
            }
        });
    }

    private void subscribe() {
        asking = true;
        Set<PushType> channels = EnumSet.noneOf(PushType.class);
        for (PushType type : PushType.values()) {
            if (dice().permille(600)) {
                channels.add(type);
            }
        }
        ask("subscribe", "{\"channels\":" + words(channels) + "}", reply -> {
            asking = false;
            if (reply.data() instanceof Json.ObjectValue data
                    && data.get("seq") instanceof Json.NumberValue(var digits)) {
                reader.subscribed(channels, Long.parseLong(digits));
            }
        });
    }

    private static String words(Collection<PushType> channels) {
        return channels.stream().map(type -> "\"" + type.word() + "\"").collect(Collectors.joining(",", "[", "]"));
    }

    @Override
    void pushed(PushFrame push, String text) {
        storm().promises().shown(readerOf, push.stamp().seq(), new Promises.Shown(name(), text));
        reader.take(push);
        if (dice().permille(30)) {
            reader.testify(storm().promises(), readerOf);
        }
    }

    @Override
    void left() {
        reader.testify(storm().promises(), readerOf);
        if (dice().permille(300)) {
            reader.forget();
        }
    }

    private void wish() {
        int lot = dice().below(100);
        if (lot < 45) {
            limit();
        } else if (lot < 55) {
            market();
        } else if (lot < 68) {
            cancel();
        } else if (lot < 73) {
            again();
        } else if (lot < 76) {
            amend();
        } else if (lot < 97) {
            query(dice().of(List.of(
                    "orders",
                    "wallets",
                    "fills",
                    "price",
                    "depth",
                    "standings",
                    "games",
                    "hello",
                    "audit",
                    "completed",
                    "all_orders",
                    "ping")));
        } else if (reader.isEmpty() && !asking) {
            subscribe();
        } else {
            oddity();
        }
    }

    private void limit() {
        boolean buy = dice().permille(500);
        boolean second = dice().permille(200);
        int mark = second ? 100 : 1_000;
        BigDecimal away = BigDecimal.valueOf(dice().below(dice().permille(800) ? 20 : 3_000), 2);
        BigDecimal price = BigDecimal.valueOf(mark).add(buy == dice().permille(850) ? away.negate() : away);
        String params =
                "\"price\":\"" + price + "\",\"size\":\"" + size() + "\"" + (second ? ",\"symbol\":\"ETH/USD\"" : "");
        if (dice().permille(150)) {
            params += ",\"tif\":\"" + dice().of(List.of("ioc", "fok")) + "\"";
        }
        if (dice().permille(200)) {
            params += ",\"stp\":\"" + dice().of(List.of("cancel_maker", "cancel_both", "decrement")) + "\"";
        }
        place(buy ? "buy" : "sell", params);
    }

    private void market() {
        boolean buy = dice().permille(500);
        place(
                buy ? "buy_market" : "sell_market",
                "\"amount\":\"" + (buy ? String.valueOf(10 + dice().below(900)) : size()) + "\"");
    }

    private String size() {
        return dice().permille(30)
                ? "1000000"
                : BigDecimal.valueOf(1 + dice().below(300), 2).toString();
    }

    private void place(String command, String params) {
        String in = String.valueOf(game());
        if (dice().permille(700)) {
            String clientId = "c" + storm().nextNumber();
            Sent order = new Sent(in, command, "{" + params + ",\"client_order_id\":\"" + clientId + "\"}", clientId);
            sent.add(order);
            send(order);
        } else {
            ask(command, "{" + params + "}", reply -> placed(in, "", reply));
        }
    }

    private void send(Sent order) {
        ask(order.command(), order.params(), reply -> placed(order.game(), name() + " " + order.clientId(), reply));
    }

    private void placed(String in, String clientId, ReplyFrame reply) {
        if (reply.status() && reply.data() instanceof Json.ObjectValue order) {
            storm().promises().order(in, clientId, order);
            if (order.get("id") instanceof Json.TextValue(var id)) {
                orders.add(id);
                if (orders.size() > ORDERS_KNOWN_MAX) {
                    orders.removeFirst();
                }
            }
        }
    }

    /** A client that never heard the answer sends the same again. */
    private void again() {
        List<Sent> here = sent.stream().filter(s -> s.game().equals(game())).toList();
        if (!here.isEmpty()) {
            Sent order = dice().of(here);
            send(
                    dice().permille(900)
                            ? order
                            : new Sent(
                                    order.game(),
                                    order.command(),
                                    order.params().replace("\"size\":\"", "\"size\":\"1"),
                                    order.clientId()));
        }
    }

    private void cancel() {
        String in = String.valueOf(game());
        if (orders.isEmpty() || dice().permille(50)) {
            ask("cancel_all", "{}", reply -> {
                if (reply.data() instanceof Json.ArrayValue(var ids)) {
                    ids.forEach(id -> cancelled(in, id));
                }
            });
            return;
        }
        String id = dice().of(orders);
        ask("cancel", "{\"order_id\":\"" + id + "\"}", reply -> {
            if (reply.status()) {
                cancelled(in, new Json.TextValue(id));
            }
        });
    }

    private void cancelled(String in, @Nullable Json id) {
        if (id instanceof Json.TextValue(var text)) {
            storm().promises().cancelled(in, text);
        }
    }

    private void amend() {
        if (!orders.isEmpty()) {
            ask("amend", "{\"order_id\":\"" + dice().of(orders) + "\",\"size\":\"0.01\"}", _ -> {});
        }
    }

    private void query(String command) {
        ask(command, "{}", reply -> {
            if (command.equals("audit") && reply.status() && !reply.data().equals(new Json.ArrayValue(List.of()))) {
                throw new Broken("rules 1 to 25", "the engine's own check found " + reply.data());
            }
        });
    }

    private void oddity() {
        switch (dice().below(8)) {
            case 0 -> ask("cancel_after", "{\"timeout_ms\":" + dice().below(3_000) + "}", _ -> {});
            case 1 -> ask("cancel_on_disconnect", "{\"on\":" + dice().permille(500) + "}", _ -> {});
            case 2 -> ask("bcast", "{\"message\":\"hello " + name().toUpperCase(Locale.ROOT) + "\"}", _ -> {});
            case 3 -> ask("buy", "{\"price\":\"-1\",\"size\":[]}", _ -> {});
            case 4 -> direct(dice().permille(10 * storm().climate().box().pausePermille()) ? "pause" : "start");
            case 5 -> guess();
            case 6 -> ask("cancel", "{\"order_id\":\"nonsense\"}", _ -> {});
            default -> ask("unsubscribe", "{\"channels\":" + words(reader.channels()) + "}", _ -> reader.forget());
        }
    }
}
