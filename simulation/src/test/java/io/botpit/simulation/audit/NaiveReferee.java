package io.botpit.simulation.audit;

import io.botpit.game.CancelCause;
import io.botpit.game.Event;
import io.botpit.game.GameMode;
import io.botpit.game.GamePhase;
import io.botpit.game.PlayerId;
import io.botpit.game.Reason;
import io.botpit.game.RefereeAct;
import io.botpit.game.money.Amount;
import io.botpit.game.money.Instrument;
import io.botpit.game.money.Price;
import io.botpit.game.money.Symbol;
import io.botpit.game.rules.Entry;
import io.botpit.game.rules.Grant;
import io.botpit.simulation.audit.NaiveState.Player;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** The referee's acts. */
final class NaiveReferee {
    private final NaiveGame game;
    private final NaiveState state;

    NaiveReferee(NaiveGame game, NaiveState state) {
        this.game = game;
        this.state = state;
    }

    void take(RefereeAct act) {
        switch (act) {
            case RefereeAct.Admit(PlayerId player, String name, PlayerId owner) ->
                admit(new Player(player, name, owner, false));
            case RefereeAct.AdmitHouse(PlayerId player, String name) -> admit(new Player(player, name, player, true));
            case RefereeAct.Arrive(PlayerId player) -> presence(player, new Event.Arrived(player));
            case RefereeAct.Leave(PlayerId player, boolean elsewhere) ->
                presence(player, new Event.Left(player, elsewhere));
            case RefereeAct.Start() -> start();
            case RefereeAct.Pause() -> fromTo(GamePhase.RUNNING, GamePhase.PAUSED);
            case RefereeAct.Resume() -> fromTo(GamePhase.PAUSED, GamePhase.RUNNING);
            case RefereeAct.End(var cause) -> {
                if (!overruledWhenOver()) {
                    game.end(cause);
                }
            }
            case RefereeAct.Annul _ -> {
                if (!overruledWhenOver()) {
                    game.annul();
                }
            }
            case RefereeAct.Recover() -> {}
            case RefereeAct.Freeze(PlayerId player, boolean frozen) -> freeze(player, frozen);
            case RefereeAct.CancelOrders(PlayerId player) -> cancelOrders(player);
            case RefereeAct.SetMode(GameMode mode, boolean cancelOrders) -> setMode(mode, cancelOrders);
            case RefereeAct.SetReference(Symbol symbol, Price price) -> setReference(symbol, price);
            case RefereeAct.Announce(String text) -> state.say(new Event.Announced(text));
        }
    }

    private void overrule(Reason reason) {
        state.say(new Event.Overruled(reason, ""));
    }

    private boolean overruledWhenOver() {
        if (game.isOver()) {
            overrule(Reason.WRONG_PHASE);
        }
        return game.isOver();
    }

    private void start() {
        switch (game.phase) {
            case LOBBY, PAUSED -> game.enterAfter(game.phase, GamePhase.RUNNING);
            case RUNNING -> {}
            case SETTLING, ENDED, VOID -> overrule(Reason.WRONG_PHASE);
        }
    }

    private void fromTo(GamePhase from, GamePhase to) {
        if (game.phase == from) {
            game.enterAfter(from, to);
        } else {
            overrule(Reason.WRONG_PHASE);
        }
    }

    private void admit(Player newcomer) {
        Optional<Reason> reason = refusal(newcomer);
        if (reason.isPresent()) {
            overrule(reason.get());
            return;
        }
        newcomer.present = game.phase != GamePhase.LOBBY;
        state.players.put(newcomer.id, newcomer);
        state.say(new Event.Admitted(newcomer.id, newcomer.name));
        for (Grant grant : state.rules.grants()) {
            state.grant(newcomer.id, grant.asset(), grant.amount());
        }
    }

    private Optional<Reason> refusal(Player newcomer) {
        if (game.isOver()) {
            return Optional.of(Reason.WRONG_PHASE);
        }
        boolean there = state.players.values().stream()
                .anyMatch(p -> p.id.equals(newcomer.id) || Entry.fold(p.name).equals(Entry.fold(newcomer.name)));
        if (there) {
            return Optional.of(Reason.ALREADY_ADMITTED);
        }
        if (!newcomer.house && !state.rules.entry().admits(newcomer.name)) {
            return Optional.of(Reason.NOT_WHITELISTED);
        }
        if (!newcomer.house && isFull() || isAllIssued()) {
            return Optional.of(Reason.GAME_FULL);
        }
        boolean second = state.players.values().stream().anyMatch(p -> !p.house && p.owner.equals(newcomer.owner));
        return !newcomer.house && state.rules.entry().rated() && second
                ? Optional.of(Reason.OWNER_IN_GAME)
                : Optional.empty();
    }

    private boolean isFull() {
        int max = state.rules.entry().playersMax();
        return max > 0 && state.players.values().stream().filter(p -> !p.house).count() >= max;
    }

    private boolean isAllIssued() {
        BigInteger players = BigInteger.valueOf(state.players.size() + 1L);
        BigInteger unitsMax = BigInteger.valueOf(Amount.UNITS_MAX);
        return state.rules.grants().stream()
                .map(grant -> BigInteger.valueOf(grant.amount().units()).multiply(players))
                .anyMatch(all -> all.compareTo(unitsMax) >= 0);
    }

    private void presence(PlayerId id, Event news) {
        Player player = state.players.get(id);
        boolean comes = news instanceof Event.Arrived;
        if (player == null || player.present == comes || game.isOver()) {
            return;
        }
        player.present = comes;
        state.say(news);
        if (game.phase == GamePhase.LOBBY && !state.rules.schedule().startPaused() && allPresent()) {
            game.enter(GamePhase.RUNNING);
        }
    }

    private boolean allPresent() {
        return state.rules.entry().whitelist().stream()
                .allMatch(listed ->
                        state.players.values().stream().anyMatch(p -> p.present && p.name.equalsIgnoreCase(listed)));
    }

    private void setMode(GameMode mode, boolean cancelOrders) {
        if (overruledWhenOver()) {
            return;
        }
        if (game.mode != mode) {
            game.mode = mode;
            state.say(new Event.ModeChanged(mode));
        }
        if (cancelOrders) {
            List.copyOf(state.resting).forEach(order -> state.cancel(order, CancelCause.REFEREE));
        }
    }

    private void setReference(Symbol symbol, Price price) {
        if (overruledWhenOver()) {
            return;
        }
        Optional<Instrument> known = state.rules.instrument(symbol);
        if (known.isEmpty()) {
            overrule(Reason.UNKNOWN_SYMBOL);
            return;
        }
        Instrument instrument = known.get();
        if (price.compareTo(instrument.bounds().priceMin()) < 0) {
            overrule(Reason.PRICE_TOO_LOW);
        } else if (price.compareTo(instrument.bounds().priceMax()) > 0) {
            overrule(Reason.PRICE_TOO_HIGH);
        } else if (price.ticks() != state.reference(instrument)) {
            game.accountReferences();
            state.references.put(symbol, price.ticks());
            state.say(new Event.ReferenceMoved(symbol, price));
        }
    }

    private void cancelOrders(PlayerId id) {
        if (!state.players.containsKey(id)) {
            overrule(Reason.NOT_A_PLAYER);
        } else if (!overruledWhenOver()) {
            state.openOrdersOf(id).forEach(order -> state.cancel(order, CancelCause.REFEREE));
        }
    }

    private void freeze(PlayerId id, boolean frozen) {
        Player player = state.players.get(id);
        if (player == null) {
            overrule(Reason.NOT_A_PLAYER);
            return;
        }
        if (overruledWhenOver() || player.frozen == frozen) {
            return;
        }
        player.frozen = frozen;
        state.say(new Event.Frozen(id, frozen));
        if (frozen) {
            state.openOrdersOf(id).forEach(order -> state.cancel(order, CancelCause.FROZEN));
        }
    }
}
