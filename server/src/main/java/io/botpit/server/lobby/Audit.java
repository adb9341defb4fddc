package io.botpit.server.lobby;

import io.botpit.game.RefereeAct;
import io.botpit.game.rules.GameRules;
import io.botpit.protocol.Word;
import io.botpit.server.feed.Names;
import java.util.ArrayList;
import java.util.List;

/** The admin's acts in the words of the audit record. Stateless. */
final class Audit {
    static final String SHUTDOWN = "shutdown";

    private Audit() {}

    static String revoke(Account account) {
        return "revoke " + account.name();
    }

    static String kick(Account account) {
        return "kick " + account.name();
    }

    static String open(NewGame wanted) {
        GameRules rules = wanted.rules();
        List<String> terms = new ArrayList<>(List.of(rules.preset()));
        if (rules.schedule().timeLimitMillis() > 0) {
            terms.add("time limit " + rules.schedule().timeLimitMillis() + " ms");
        }
        if (rules.entry().playersMax() > 0) {
            terms.add("user limit " + rules.entry().playersMax());
        }
        if (!rules.entry().whitelist().isEmpty()) {
            terms.add("whitelist of " + rules.entry().whitelist().size());
        }
        if (rules.schedule().startPaused()) {
            terms.add("paused");
        }
        if (wanted.asDefault()) {
            terms.add("default");
        }
        return "open " + String.join(", ", terms) + ": " + wanted.title();
    }

    static String words(RefereeAct act, Names names) {
        return switch (act) {
            case RefereeAct.Admit(var player, var _, var _) -> "admit " + names.of(player);
            case RefereeAct.AdmitHouse(var player, var _) -> "admit house " + names.of(player);
            case RefereeAct.Arrive(var player) -> "arrive " + names.of(player);
            case RefereeAct.Leave(var player, var _) -> "leave " + names.of(player);
            case RefereeAct.Start _ -> "start";
            case RefereeAct.Pause _ -> "pause";
            case RefereeAct.Resume _ -> "resume";
            case RefereeAct.End(var cause) -> "end " + cause;
            case RefereeAct.Annul(var why) -> "void: " + why;
            case RefereeAct.Recover _ -> "recover";
            case RefereeAct.Freeze(var player, var frozen) -> (frozen ? "freeze " : "unfreeze ") + names.of(player);
            case RefereeAct.CancelOrders(var player) -> "cancel orders of " + names.of(player);
            case RefereeAct.SetMode(var mode, var cancelOrders) ->
                "mode " + Word.of(mode) + (cancelOrders ? ", all orders cancelled" : "");
            case RefereeAct.SetReference(var symbol, var price) ->
                "reference of " + symbol + " at " + price.ticks() + " ticks";
            case RefereeAct.Announce(var text) -> "announce: " + text;
        };
    }
}
