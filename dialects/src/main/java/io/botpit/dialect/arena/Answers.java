package io.botpit.dialect.arena;

import io.botpit.dialect.Asked;
import io.botpit.dialect.Correlation;
import io.botpit.dialect.Viewer;
import io.botpit.game.Answer;
import io.botpit.game.Fill;
import io.botpit.game.OrderKind;
import io.botpit.game.OrderView;
import io.botpit.game.Side;
import io.botpit.game.money.Instrument;
import io.botpit.protocol.ArenaCommand;
import io.botpit.protocol.Json;
import io.botpit.protocol.OrderRecord;
import io.botpit.protocol.ReplyFrame;
import io.botpit.protocol.StandingRecord;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Replies to questions. */
final class Answers {
    private final Correlation to;
    private final Viewer viewer;
    private final Records records;

    Answers(Correlation to, Viewer viewer) {
        this.to = to;
        this.viewer = viewer;
        this.records = new Records(viewer);
    }

    ReplyFrame reply(Answer answer) {
        return switch (answer) {
            case Answer.Orders(var orders) ->
                to.command().equals(ArenaCommand.COMPLETED.word()) ? completed(orders) : open(orders);
            case Answer.FillList(var fills) -> fills(fills);
            case Answer.Holdings(var holdings) ->
                ReplyFrame.done("Wallets.", records.wallet(holdings).toJson());
            case Answer.MarkIs(var price) ->
                ReplyFrame.done(
                        "Market price.",
                        Json.text(Scales.of(price, instrument()).toString()));
            case Answer.Book(var book) ->
                ReplyFrame.done("Order book.", records.book(book).toJson());
            case Answer.Table(var rows) ->
                ReplyFrame.done(
                        "Standings.",
                        Json.array(records.standings(rows).stream()
                                .map(StandingRecord::toJson)
                                .toList()));
            case Answer.WouldAccept() -> ReplyFrame.done("Order would be accepted.", Json.NULL);
            case Answer.Findings(var findings) -> audit(findings);
            case Answer.Refused(var reason, var detail) -> {
                String message = new Texts(to, viewer).of(reason, detail);
                yield ReplyFrame.refused(reason.code(), message, Texts.beyond(message, detail));
            }
        };
    }

    private ReplyFrame open(List<OrderView> orders) {
        boolean everybody = to.command().equals(ArenaCommand.ALL_ORDERS.word());
        Page<OrderView> page = page(orders);
        Json data = Json.object()
                .put(
                        "maker",
                        list(page.items().stream()
                                .filter(Answers::rests)
                                .sorted(Answers::bySide)
                                .toList()))
                .put(
                        "market",
                        list(page.items().stream()
                                .filter(order -> !rests(order))
                                .toList()))
                .build();
        return ReplyFrame.done(everybody ? "All orders list." : "Open orders list.", data)
                .with(extras(page));
    }

    private ReplyFrame completed(List<OrderView> orders) {
        Page<OrderView> page = page(orders);
        return ReplyFrame.done("Completed orders.", list(page.items())).with(extras(page));
    }

    private ReplyFrame fills(List<Fill> fills) {
        Page<Fill> page = Page.of(fills, Answers::number, to.asked(), after());
        Json data = Json.array(page.items().stream()
                .map(fill -> records.fill(fill, false).toJson())
                .toList());
        @Nullable
        String last = page.items().isEmpty()
                ? null
                : records.ids()
                        .fill(
                                page.items().getLast().trade(),
                                page.items().getLast().side());
        return ReplyFrame.done("Here are your fills.", data)
                .with(new ReplyFrame.Extras(null, page.record(last), false));
    }

    private static ReplyFrame audit(List<String> findings) {
        return ReplyFrame.done(
                "Audit done.",
                Json.array(findings.stream()
                        .map(finding -> Json.texts(List.of("FINDING:", finding)))
                        .toList()));
    }

    private Page<OrderView> page(List<OrderView> orders) {
        return Page.of(orders, order -> order.id().number(), to.asked(), after());
    }

    private OptionalLong after() {
        @Nullable String after = to.asked().after();
        if (after == null) {
            return OptionalLong.empty();
        }
        return to.command().equals(ArenaCommand.FILLS.word())
                ? records.ids().fillNumber(after)
                : records.ids().orderNumber(after);
    }

    private ReplyFrame.Extras extras(Page<OrderView> page) {
        @Nullable
        String last = page.items().isEmpty()
                ? null
                : records.ids().order(page.items().getLast().id());
        return new ReplyFrame.Extras(null, page.record(last), false);
    }

    private Json list(List<OrderView> orders) {
        return Json.array(orders.stream()
                .map(order -> records.order(order, false))
                .map(OrderRecord::toJson)
                .toList());
    }

    private Instrument instrument() {
        Asked asked = to.asked();
        return asked.symbol() == null ? viewer.rules().firstInstrument() : records.instrument(asked.symbol());
    }

    private static boolean rests(OrderView order) {
        return order.terms().kind() instanceof OrderKind.Limit;
    }

    /** Buys before sells; the order among them stays. */
    private static int bySide(OrderView one, OrderView other) {
        return Boolean.compare(one.terms().side() == Side.SELL, other.terms().side() == Side.SELL);
    }

    private static long number(Fill fill) {
        return WireIds.fillNumber(fill.trade(), fill.side());
    }
}
