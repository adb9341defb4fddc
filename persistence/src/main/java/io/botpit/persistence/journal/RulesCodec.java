package io.botpit.persistence.journal;

import io.botpit.game.money.Amount;
import io.botpit.game.money.Asset;
import io.botpit.game.money.Bounds;
import io.botpit.game.money.Instrument;
import io.botpit.game.money.Price;
import io.botpit.game.money.Quantity;
import io.botpit.game.rules.Closing;
import io.botpit.game.rules.Entry;
import io.botpit.game.rules.GameRules;
import io.botpit.game.rules.Grant;
import io.botpit.game.rules.Limits;
import io.botpit.game.rules.Schedule;
import io.botpit.game.rules.TradingRules;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The rules of a game as bytes, component by component in the order of the records. Stateless. */
final class RulesCodec {
    private RulesCodec() {}

    static void write(ByteWriter out, GameRules rules) {
        out.text(rules.preset());
        out.number(rules.behaviorVersion());
        out.eightBytes(rules.seed());
        out.number(rules.instruments().size());
        rules.instruments().forEach(instrument -> writeInstrument(out, instrument));
        out.number(rules.grants().size());
        rules.grants().forEach(grant -> writeGrant(out, grant));
        out.number(rules.entry().whitelist().size());
        rules.entry().whitelist().forEach(out::text);
        out.number(rules.entry().playersMax());
        out.flag(rules.entry().rated());
        writeSchedule(out, rules.schedule());
        writeTrading(out, rules.trading());
        writeLimits(out, rules.limits());
    }

    static GameRules read(ByteReader in) {
        return new GameRules(
                in.text(),
                in.intNumber(),
                in.eightBytes(),
                readList(in, RulesCodec::readInstrument),
                readList(in, RulesCodec::readGrant),
                new Entry(readList(in, ByteReader::text), in.intNumber(), in.flag()),
                new Schedule(in.flag(), in.number(), readClosing(in)),
                readTrading(in),
                readLimits(in));
    }

    private static void writeInstrument(ByteWriter out, Instrument instrument) {
        writeAsset(out, instrument.base());
        writeAsset(out, instrument.quote());
        out.number(instrument.priceDecimals());
        out.number(instrument.sizeDecimals());
        Bounds bounds = instrument.bounds();
        out.number(bounds.priceMin().ticks());
        out.number(bounds.priceMax().ticks());
        out.number(bounds.sizeMin().lots());
        out.number(bounds.sizeMax().lots());
        out.signedNumber(bounds.notionalMin().units());
        out.signedNumber(bounds.budgetMin().units());
        out.signedNumber(bounds.positionMax().units());
        out.number(instrument.markAtStart().ticks());
    }

    private static Instrument readInstrument(ByteReader in) {
        return new Instrument(
                readAsset(in), readAsset(in), in.intNumber(), in.intNumber(), readBounds(in), new Price(in.number()));
    }

    private static Bounds readBounds(ByteReader in) {
        return new Bounds(
                new Price(in.number()),
                new Price(in.number()),
                new Quantity(in.number()),
                new Quantity(in.number()),
                new Amount(in.signedNumber()),
                new Amount(in.signedNumber()),
                new Amount(in.signedNumber()));
    }

    private static void writeAsset(ByteWriter out, Asset asset) {
        out.text(asset.code());
        out.number(asset.decimals());
    }

    private static Asset readAsset(ByteReader in) {
        return new Asset(in.text(), in.intNumber());
    }

    private static void writeGrant(ByteWriter out, Grant grant) {
        writeAsset(out, grant.asset());
        out.signedNumber(grant.amount().units());
    }

    private static Grant readGrant(ByteReader in) {
        return new Grant(readAsset(in), new Amount(in.signedNumber()));
    }

    private static void writeSchedule(ByteWriter out, Schedule schedule) {
        out.flag(schedule.startPaused());
        out.number(schedule.timeLimitMillis());
        Closing closing = schedule.closing();
        out.oneByte(EnumCodes.of(closing.valuation()));
        out.number(closing.windowMillis());
        out.number(closing.spreadMillis());
        out.number(closing.calmMillis());
        out.number(closing.impactPermille());
        out.number(closing.clampPermille());
        out.number(closing.positionPercent());
    }

    private static Closing readClosing(ByteReader in) {
        return new Closing(
                EnumCodes.valuation(in.oneByte()),
                in.number(),
                in.number(),
                in.number(),
                in.intNumber(),
                in.intNumber(),
                in.intNumber());
    }

    private static void writeTrading(ByteWriter out, TradingRules trading) {
        out.flag(trading.quotesBehindMark());
        out.flag(trading.namedBook());
        out.flag(trading.readsWhilePaused());
        out.oneByte(EnumCodes.of(trading.markRule()));
        out.number(trading.collarPermille());
        out.number(trading.makerFeePpm());
        out.number(trading.takerFeePpm());
        out.number(trading.batchMillis());
    }

    private static TradingRules readTrading(ByteReader in) {
        return new TradingRules(
                in.flag(),
                in.flag(),
                in.flag(),
                EnumCodes.markRule(in.oneByte()),
                in.intNumber(),
                in.intNumber(),
                in.intNumber(),
                in.intNumber());
    }

    private static void writeLimits(ByteWriter out, Limits limits) {
        out.number(limits.ordersOpenMax());
        out.number(limits.clientOrderIdsMax());
        out.signedNumber(limits.notionalOpenMax().units());
        out.number(limits.fillsKeptMax());
        out.number(limits.completedKeptMax());
        out.number(limits.messageCharsMax());
    }

    private static Limits readLimits(ByteReader in) {
        return new Limits(
                in.intNumber(),
                in.intNumber(),
                new Amount(in.signedNumber()),
                in.intNumber(),
                in.intNumber(),
                in.intNumber());
    }

    private static <T> List<T> readList(ByteReader in, Function<ByteReader, T> element) {
        int count = in.count();
        List<T> list = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            list.add(element.apply(in));
        }
        return list;
    }
}
