package io.botpit.dialect.arena;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.dialect.Correlation;
import io.botpit.dialect.Denial;
import io.botpit.dialect.Reply;
import io.botpit.game.Answer;
import io.botpit.game.Event;
import io.botpit.game.PlayerId;
import io.botpit.game.Reason;
import io.botpit.protocol.ArenaCommand;
import io.botpit.protocol.ReplyFrame;
import io.botpit.protocol.ServerFrame;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every refusal has words and a code, whatever command it answers and however little is known about it. */
class RefusalTextsTest {
    @ParameterizedTest
    @EnumSource
    void everyReasonHasWordsAndACode(Reason reason) {
        for (ArenaCommand command : ArenaCommand.values()) {
            for (String detail : List.of("", "price must be at least 7")) {
                Event rejected = new Event.Rejected(new PlayerId(1), reason, detail);

                check(reply(command, new Reply.Acted(1, List.of(rejected))), reason.code());
                check(reply(command, new Reply.Answered(new Answer.Refused(reason, detail))), reason.code());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyDenialHasWordsAndACode(Denial denial) {
        for (ArenaCommand command : ArenaCommand.values()) {
            check(reply(command, new Reply.Denied(denial, "Missing \"x\" in params.")), denial.code());
        }
    }

    private static ReplyFrame reply(ArenaCommand command, Reply reply) {
        Correlation to = new Correlation(command.word(), "\"a-1\"");
        String text = new ArenaDialect().encode(to, reply, ClientRequestsTest.PLAYER);
        assertThat(text).contains("\"data\": null", "\"id\": \"a-1\"");
        return (ReplyFrame) ServerFrame.read(text);
    }

    private static void check(ReplyFrame reply, String code) {
        assertThat(reply.status()).isFalse();
        assertThat(reply.message()).isNotBlank();
        assertThat(reply.code()).isEqualTo(code);
    }
}
