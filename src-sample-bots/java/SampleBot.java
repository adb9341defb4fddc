import module java.net.http;

// A trading bot in one file, with nothing but a JDK 25:   java SampleBot.java ws://127.0.0.1:9877 my-bot
// It buys a little while the price rises, sells a little while it falls, and makes small offers all the time.
final BlockingQueue<String> replies = new LinkedBlockingQueue<>();

void main(String[] args) throws Exception {
    for (var http = HttpClient.newHttpClient(); ; TimeUnit.SECONDS.sleep(2)) { // until Ctrl-C
        try {
            WebSocket socket = http.newWebSocketBuilder().buildAsync(URI.create(args[0]), new Ears()).join();
            replies.clear();
            logIn(socket, args[1], Path.of(args[1] + ".token"));
            for (double average = 0; ; TimeUnit.MILLISECONDS.sleep(500)) average = trade(socket, average);
        } catch (IOException | CompletionException lost) {
            IO.println("No connection, next try in 2 s: " + lost.getMessage());
        }
    }
}
/** The first time we register and keep the token we get; from then on the token proves that the name is ours. */
void logIn(WebSocket socket, String name, Path file) throws Exception {
    String me = "'username': '" + name + "'";
    if (Files.exists(file) && !ask(socket, "auth", me + ", 'token': '" + Files.readString(file) + "'").isEmpty()) return;
    Files.writeString(file, all("data", ask(socket, "register", me)).getFirst());
}

/** One turn. The average is that of the price over the last ten turns or so; returns the new one. */
double trade(WebSocket socket, double average) throws Exception {
    String answer = ask(socket, "price", "");
    double price = answer.isEmpty() ? 0 : Double.parseDouble(all("data", answer).getFirst());
    if (price == 0 || average == 0) return price; // the game has not begun, is paused, or is over
    for (String id : all("id", ask(socket, "orders", ""))) ask(socket, "cancel", "'order_id': '" + id + "'");
    if (price > average * 1.001) ask(socket, "buy_market", "'amount': '50.00'"); // dollars to spend
    if (price < average * 0.999) ask(socket, "sell_market", "'amount': '0.05'"); // coins to sell
    ask(socket, "buy", "'price': '%s', 'size': '0.02'".formatted(Math.round(price * 99.8) / 100.0)); // a bit lower
    ask(socket, "sell", "'price': '%s', 'size': '0.02'".formatted(Math.round(price * 100.2) / 100.0)); // a bit higher
    return average + (price - average) / 10;
}

/** Sends a command and waits for its reply: each gets exactly one, in order. Empty: the server refuses. */
String ask(WebSocket socket, String command, String params) throws Exception {
    socket.sendText("{'cmd': '%s', 'params': {%s}}".formatted(command, params).replace('\'', '"'), true).join();
    String reply = replies.poll(5, TimeUnit.SECONDS);
    if (reply == null) throw new IOException("the server does not answer");
    IO.println(command + ": " + all("message", reply));
    return Pattern.matches("(?s).*\"status\": *true.*", reply) ? reply : "";
}

/** All texts of that name in a reply. For more than this, take a JSON library. */
List<String> all(String name, String json) {
    return Pattern.compile("\"" + name + "\": *\"([^\"]*)\"").matcher(json).results().map(m -> m.group(1)).toList();
}

class Ears implements WebSocket.Listener {
    String frame = ""; // may come in pieces
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
        frame = last && replies.add(frame + part) ? "" : frame + part;
        return WebSocket.Listener.super.onText(socket, part, last);
    }
}
