package io.botpit.simulation.site;

import com.microsoft.playwright.Page;
import java.util.Locale;

/** The pages, where they are, and what is seen when one is ready. Every page is asked the questions that concern all. */
enum Sight {
    LEADERBOARD("", "#leaderboard-body tbody tr"),
    LIVE("live", "#content[data-page=game] #standings .pick"),
    ENDED("live?game=" + Site.ENDED, "#stage .podium li"),
    REPLAY("replay?t=5&game=" + Site.PAST, "#game #standings .pick"),
    DETAILS("live?details=1&bot=" + Site.BOT, "#drawer .drawer-facts dd"),
    REPLAYS("replays", "#list tbody tr"),
    TV("tv", "#content[data-show=game] #standings .pick"),
    EMBED("embed?panels=standings,race,price,book,trades,commentary", "#standings .pick"),
    BOTS("bots", "#list tbody tr"),
    BOT("bot?name=" + Site.BOT, "#results-body tbody tr"),
    TOURNAMENTS("tournaments", "#list tbody tr"),
    TOURNAMENT("tournament?id=" + Site.TOURNAMENT, "#tournament-facts dd"),
    ADMIN("admin", "#secret"),
    DOCUMENTS("docs", "main a"),
    DOCUMENT("docs/first-bot", "main h1");

    private final String path;
    private final String ready;

    Sight(String path, String ready) {
        this.path = path;
        this.ready = ready;
    }

    /** Goes there and waits until there is something to see. */
    Page openIn(Visit visit) {
        Page page = visit.open(path);
        page.locator(ready).first().waitFor();
        return page;
    }

    boolean isAboutBots() {
        return switch (this) {
            case ADMIN, DOCUMENTS, DOCUMENT, TOURNAMENTS -> false;
            case LEADERBOARD, LIVE, ENDED, REPLAY, DETAILS, REPLAYS, TV, EMBED, BOTS, BOT, TOURNAMENT -> true;
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
