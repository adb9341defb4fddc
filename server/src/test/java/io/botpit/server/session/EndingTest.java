package io.botpit.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.server.link.CloseCode;
import io.botpit.server.link.Places;
import io.botpit.server.rig.Client;
import io.botpit.server.rig.FakeLink;
import io.botpit.server.rig.Rig;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A peer that goes on sending whatever it is told: a close frame asks, and only the transport ends it. */
class EndingTest {
    @TempDir
    Path folder;

    @AutoClose
    private @Nullable Rig rig;

    private Rig rig(Places places) {
        rig = new Rig(folder, Rig.plainRules(), Rig.unhurried(), places);
        return rig;
    }

    @Test
    void whoeverWasSentAwayIsNotServedEvenIfHeGoesOnSending() {
        Rig rig = rig(new Places(10, 1));
        rig.player("ann");
        Client eve = rig.connect();

        eve.send("{\"cmd\":\"register\",\"params\":{\"username\":\"eve\"}}");
        rig.hand().settle();

        assertThat(eve.link().frames()).isEmpty();
        assertThat(rig.lobby().accounts().named("eve")).isEmpty();
    }

    @Test
    void whoeverComesWhileTheServerGoesDownIsNotServed() {
        Rig rig = rig(new Places(10, 10));
        rig.sessions().closeAll(CloseCode.GOING_AWAY, "over");
        Client eve = rig.connect();

        eve.register("eve");

        assertThat(eve.closed()).isEqualTo("1001 the server goes down");
        assertThat(rig.lobby().accounts().named("eve")).isEmpty();
    }

    @Test
    void whoeverWasCutTradesNoMore() {
        Rig rig = rig(new Places(10, 10));
        Client ann = rig.player("ann");
        FakeLink link = new FakeLink("10.0.0.2");
        Session cut = rig.sessions().open(link);
        cut.onFrame("{\"cmd\":\"auth\",\"params\":{\"username\":\"ann\",\"token\":\"" + ann.token() + "\"}}");
        rig.hand().settle();
        assertThat(link.take()).singleElement().asString().contains("Authenticated");
        cut.onBinary();

        cut.onFrame(Client.order("buy", "999", "1"));
        rig.hand().settle();

        assertThat(ann.askCommand("orders")).contains("\"maker\": []");
    }
}
