package io.botpit.server.lobby;

import io.botpit.game.RefereeAct;

/** The referee's acts in the words of the audit record. */
final class Audit {
    private Audit() {}

    static String words(RefereeAct act) {
        return switch (act) {
            case RefereeAct.Admit(var player, var _) -> "admit " + player.number();
            case RefereeAct.AdmitHouse(var player, var _) -> "admit house " + player.number();
            case RefereeAct.Arrive(var player) -> "arrive " + player.number();
            case RefereeAct.Leave(var player) -> "leave " + player.number();
            case RefereeAct.Start _ -> "start";
            case RefereeAct.Pause _ -> "pause";
            case RefereeAct.Resume _ -> "resume";
            case RefereeAct.End(var cause) -> "end " + cause;
            case RefereeAct.Annul(var why) -> "void: " + why;
            case RefereeAct.Recover _ -> "recover";
            case RefereeAct.Freeze(var player, var frozen) -> (frozen ? "freeze " : "unfreeze ") + player.number();
            case RefereeAct.Announce(var text) -> "announce: " + text;
        };
    }
}
