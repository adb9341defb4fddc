package io.botpit.simulation.planted;

import static io.botpit.simulation.planted.Change.after;
import static io.botpit.simulation.planted.Change.answer;
import static io.botpit.simulation.planted.Change.before;
import static io.botpit.simulation.planted.Change.branch;
import static io.botpit.simulation.planted.Change.callOf;
import static io.botpit.simulation.planted.Change.instead;
import static io.botpit.simulation.planted.Change.jump;
import static io.botpit.simulation.planted.Change.leaveOut;
import static io.botpit.simulation.planted.Change.orEqual;
import static io.botpit.simulation.planted.Site.call;
import static io.botpit.simulation.planted.Site.field;
import static io.botpit.simulation.planted.Site.only;
import static io.botpit.simulation.planted.Site.plain;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.stream.Stream;

/**
 * The planted bugs. {@code javap -p -c} shows the instructions; whoever rewrites a method aims its bugs anew, and where
 * the thing itself is gone, another place that can do the same harm takes over.
 */
final class Mutations {
    private static final String BOOK = "book.OrderBook";
    private static final String MARKET = "market.Market";
    private static final String SETTLEMENT = "market.Settlement";
    private static final String ADMISSION = "market.Admission";
    private static final String MARK = "market.Mark";
    private static final String CLOCK = "control.GameClock";
    private static final String CONTROLLER = "control.GameController";
    private static final String HEARING = "control.Hearing";

    private static final MethodTypeDesc GETS_LONG = MethodTypeDesc.of(ConstantDescs.CD_long);

    private Mutations() {}

    static List<Mutation> all() {
        return Stream.of(trading(), money(), numbersAndHistory(), admission(), time(), players(), closing())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Mutation> trading() {
        return List.of(
                bug(
                        "a buy does not trade at its own limit",
                        only(BOOK, "reaches", Site.branch(Opcode.IFGT)),
                        branch(Opcode.IFGE)),
                bug(
                        "a sell does not trade at its own limit",
                        only(BOOK, "reaches", Site.branch(Opcode.IFLT)),
                        branch(Opcode.IFLE)),
                bug(
                        "the newest order at a price trades first",
                        only(BOOK, "oldest", field(Opcode.GETFIELD, "oldest")),
                        Mutations::newest),
                bug(
                        "an own order is traded with",
                        only(BOOK, "match", call("hasOwnerOf")),
                        answer(CodeBuilder::iconst_0)),
                bug(
                        "fill-or-kill counts on what lies behind an own order",
                        only(BOOK, "reach", i -> i instanceof LoadInstruction load && load.typeKind() == TypeKind.INT),
                        instead(CodeBuilder::iconst_0)),
                bug(
                        "cancel_both lets the taker go on",
                        only(BOOK, "preventSelfTrade", plain(Opcode.ICONST_1)).nth(2, 2),
                        instead(CodeBuilder::iconst_0)),
                bug(
                        "decrement takes a lot too few off the taker",
                        only(BOOK, "decrement", call("shrink")).nth(2, 2),
                        before(code -> code.lconst_1().lsub())),
                bug(
                        "a budget that pays for no lot is not done",
                        only(BOOK, "match", Site.branch(Opcode.IFNE)).nth(2, 3),
                        jump()),
                bug("a trade does not tell of its level", only(BOOK, "trade", call("touch")), leaveOut()),
                bug(
                        "an amended order goes to the end of the queue",
                        only(MARKET, "amend", call("shrink")),
                        Mutations::shrinkAndQueueAgain));
    }

    private static List<Mutation> money() {
        return List.of(
                bug(
                        "a buyer pays his own limit instead of the maker's price",
                        only(SETTLEMENT, "deal", call("ticks")).all(2),
                        Mutations::dearest),
                bug("a finished order keeps its hold", only(MARKET, "conclude", call("releaseRest")), leaveOut()),
                bug("an amendment gives nothing back", only(MARKET, "amend", call("giveUp")), leaveOut()),
                bug(
                        "the rest of a hold is given back twice",
                        only(MARKET, "conclude", call("releaseRest")),
                        Mutations::twice),
                bug(
                        "fees are rounded down, for the receiver",
                        only("ledger.Payment", "withFee", plain(Opcode.LSUB)),
                        instead(code -> code.pop2().loadConstant(1_000_000L).lsub())),
                bug(
                        "a buying taker pays the maker's fee",
                        only(SETTLEMENT, "deal", call("takerFeePpm")).nth(1, 2),
                        callOf("makerFeePpm")),
                bug(
                        "a fill takes the maker for the taker",
                        only(SETTLEMENT, "tellSide", Site.branch(Opcode.IF_ACMPEQ)),
                        branch(Opcode.IF_ACMPNE)),
                bug(
                        "a starting wallet is twice what is granted",
                        only("control.Players", "admit", call("grant")),
                        before(code -> code.loadConstant(2L).lmul())),
                bug("half ticks of the mark are rounded down", only(MARK, "middle", Site.branch(Opcode.IFEQ)), jump()),
                bug(
                        "equal scores do not share a place",
                        only("score.Scoring", "placed", Site.branch(Opcode.IFGT)),
                        branch(Opcode.IFGE)));
    }

    private static List<Mutation> numbersAndHistory() {
        return List.of(
                bug(
                        "order numbers begin anew after 100",
                        only("market.Numbering", "nextOrder", call("<init>")),
                        before(Mutations::beginAnew)),
                bug(
                        "trade numbers begin anew after 100",
                        only("market.Numbering", "nextTrade", call("<init>")),
                        before(Mutations::beginAnew)),
                bug(
                        "one fill and one finished order too few are remembered",
                        only("market.History", "list", call("size")),
                        after(code -> code.iconst_1().iadd())));
    }

    private static List<Mutation> admission() {
        return List.of(
                bug(
                        "a size of zero is large enough",
                        only(ADMISSION, "checkSize", Site.branch(Opcode.IFGE)),
                        Mutations::orZero),
                bug(
                        "a post-only order may trade",
                        only(ADMISSION, "checkTimeInForce", call("crosses")),
                        answer(CodeBuilder::iconst_0)),
                bug(
                        "fill-or-kill needs one lot too many",
                        only(ADMISSION, "checkTimeInForce", Site.branch(Opcode.IFGE)),
                        branch(Opcode.IFGT)),
                bug(
                        "one open order too many is admitted",
                        only(ADMISSION, "checkLimits", Site.branch(Opcode.IF_ICMPLT))
                                .nth(1, 2),
                        branch(Opcode.IF_ICMPLE)),
                bug(
                        "a position at its limit is refused",
                        only(ADMISSION, "checkLimits", Site.branch(Opcode.IFLE)).nth(2, 3),
                        branch(Opcode.IFLT)),
                bug(
                        "the last unit cannot be spent",
                        only(ADMISSION, "checkFunds", Site.branch(Opcode.IFGE)),
                        branch(Opcode.IFGT)),
                bug(
                        "a price at the collar is outside it",
                        only(MARK, "collarHolds", Site.branch(Opcode.IFGT)),
                        branch(Opcode.IFGE)));
    }

    private static List<Mutation> time() {
        return List.of(
                bug("the game ends a moment late", only(CLOCK, "isUp", Site.branch(Opcode.IFGT)), branch(Opcode.IFGE)),
                bug(
                        "a pause gives the time back that was played",
                        only(CLOCK, "stand", field(Opcode.PUTFIELD, "leftMicros")),
                        instead(code -> code.pop2().pop())),
                bug(
                        "the time the server was away counts",
                        only(CLOCK, "move", call("plusMicros")),
                        instead(CodeBuilder::pop2)),
                bug(
                        "a switch fires a moment late",
                        only("control.DeadManSwitches", "takeDue", call("isBefore")),
                        orEqual()),
                bug(
                        "a pause counts for the switches",
                        only(CONTROLLER, "goOn", call("microsSince")),
                        after(code -> code.pop2().lconst_0())));
    }

    private static List<Mutation> players() {
        return List.of(
                bug(
                        "a frozen player is heard",
                        only(HEARING, "checkFrozen", call("isFrozen")),
                        answer(CodeBuilder::iconst_0)),
                bug(
                        "a new order passes where only cancels may",
                        only(HEARING, "checkMode", plain(Opcode.INSTANCEOF)),
                        instead(code -> code.pop().iconst_0())),
                bug(
                        "a cancel passes where only questions may",
                        only(HEARING, "check", call("checkMode")),
                        answer(CodeBuilder::aconst_null)),
                bug(
                        "the stop of everything leaves the orders",
                        only("control.Course", "setMode", call("cancelAll")),
                        leaveOut()),
                bug("the orders of a frozen player stay", only(CONTROLLER, "freeze", call("cancelAll")), leaveOut()),
                bug(
                        "a client order id may stand for another order",
                        only(HEARING, "repeated", call("equals")),
                        answer(CodeBuilder::iconst_1)),
                bug(
                        "cancelling one symbol cancels the others",
                        only("control.Exchange", "cancelAll", call("equals")),
                        answer(CodeBuilder::iconst_1)));
    }

    private static List<Mutation> closing() {
        return List.of(
                bug(
                        "the end comes when everybody expects it",
                        only(CLOCK, "<init>", call("below")),
                        answer(CodeBuilder::iconst_0)),
                bug(
                        "own quotes count for the own mark",
                        only("market.Survey$Edge", "without", field(Opcode.GETFIELD, "next")),
                        Mutations::best),
                bug(
                        "a quote counts from the moment it comes",
                        only("market.Survey", "counts", Site.branch(Opcode.IFLT))
                                .nth(1, 2),
                        instead(CodeBuilder::pop)),
                bug(
                        "a mean runs away from that of the window before",
                        only("score.Evidence", "mark", call("clamp")),
                        instead(code -> code.pop2().pop2())),
                bug(
                        "a reference price counts for the time before it moved",
                        only("control.Course", "setReference", call("account")),
                        leaveOut()),
                bug(
                        "what the book does not take is sold for nothing",
                        only("market.Survey$Sale", "proceeds", call("take")),
                        leaveOut()),
                bug("open buys stay above a smaller limit", only(MARKET, "stepDown", call("cancel")), leaveOut()),
                bug(
                        "the calm is none",
                        only(ADMISSION, "checkLimits", call("isPassive")),
                        answer(CodeBuilder::iconst_1)));
    }

    private static Mutation bug(String name, Site site, Change change) {
        return new Mutation(name, site, change);
    }

    private static void newest(CodeBuilder code, Instruction original) {
        FieldInstruction field = (FieldInstruction) original;
        code.getfield(field.owner().asSymbol(), "newest", field.typeSymbol());
    }

    private static void best(CodeBuilder code, Instruction original) {
        FieldInstruction field = (FieldInstruction) original;
        code.getfield(field.owner().asSymbol(), "best", field.typeSymbol());
    }

    /** The higher of the maker's price and the taker's limit; a market order has the limit -1. */
    private static void dearest(CodeBuilder code, Instruction original) {
        int taker = code.parameterSlot(1);
        code.with(original).aload(taker).with(original);
        code.invokestatic(
                ClassDesc.of("java.lang.Math"),
                "max",
                MethodTypeDesc.of(ConstantDescs.CD_long, ConstantDescs.CD_long, ConstantDescs.CD_long));
    }

    /** Of a call with one small argument. */
    private static void twice(CodeBuilder code, Instruction original) {
        code.dup2().with(original).with(original);
    }

    private static void beginAnew(CodeBuilder code) {
        code.lconst_1().lsub().loadConstant(100L).lrem().lconst_1().ladd();
    }

    private static void orZero(CodeBuilder code, Instruction original) {
        code.with(original)
                .aload(code.parameterSlot(0))
                .invokevirtual(ClassDesc.of("io.botpit.game.money.Quantity"), "lots", GETS_LONG)
                .lconst_0()
                .lcmp()
                .ifeq(((BranchInstruction) original).target());
    }

    private static void shrinkAndQueueAgain(CodeBuilder code, Instruction original) {
        ClassDesc market = ClassDesc.of("io.botpit.game.market.Market");
        ClassDesc book = ((InvokeInstruction) original).owner().asSymbol();
        MethodTypeDesc ofOrder = MethodTypeDesc.of(ConstantDescs.CD_void, ClassDesc.of("io.botpit.game.book.Order"));
        int order = code.parameterSlot(1);
        code.with(original);
        for (String name : List.of("remove", "rest")) {
            code.aload(code.receiverSlot())
                    .getfield(market, "book", book)
                    .aload(order)
                    .invokevirtual(book, name, ofOrder);
        }
    }
}
