package io.botpit.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class RequestFrameTest {
    @Test
    void aRequestSaysWhatItWasBuiltOf() {
        RequestFrame request = RequestFrame.buy(new BigDecimal("999.99"), new BigDecimal("1.5"))
                .withSymbol("BTC/USD")
                .withClientOrderId("mine-1")
                .postOnly()
                .withId("7");

        assertThat(request.text())
                .isEqualTo("{\"cmd\": \"buy\", \"params\": {\"price\": \"999.99\", \"size\": \"1.5\","
                        + " \"symbol\": \"BTC/USD\", \"client_order_id\": \"mine-1\", \"post_only\": true},"
                        + " \"id\": \"7\"}");
    }

    @Test
    void aTestAsksAboutTheOrderItWasMadeFrom() {
        RequestFrame request = RequestFrame.sellMarket(BigDecimal.ONE).asTest();

        assertThat(request.text())
                .isEqualTo("{\"cmd\": \"order_test\", \"params\": {\"amount\": \"1\", \"side\": \"sell_market\"}}");
    }

    @Test
    void aParameterGivenTwiceIsTheLastOne() {
        assertThat(RequestFrame.of(ArenaCommand.PRICE)
                        .withSymbol("BTC/USD")
                        .withSymbol("ETH/USD")
                        .text())
                .isEqualTo("{\"cmd\": \"price\", \"params\": {\"symbol\": \"ETH/USD\"}}");
    }
}
