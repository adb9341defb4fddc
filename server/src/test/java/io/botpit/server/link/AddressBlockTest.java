package io.botpit.server.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressBlockTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "house, house",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0/64",
        "2001:db8:1:2::, 2001:db8:1:2:0:0:0:0/64",
        "::ffff:192.0.2.7, 192.0.2.7",
        "::1, 0:0:0:0:0:0:0:1",
        "no:address, no:address"
    })
    void aBlockIsWhatACustomerGets(String address, String block) {
        assertThat(AddressBlock.of(address)).isEqualTo(block);
    }

    @Test
    void aCustomerHasItsPlacesOnce() {
        Places places = new Places(10, 2);

        assertThat(places.take("2001:db8::1")).isEmpty();
        assertThat(places.take("2001:db8::2")).isEmpty();
        assertThat(places.take("2001:db8::3")).contains("too_many_connections: connections_per_address_max=2");
        assertThat(places.take("2001:db8:0:1::1")).isEmpty();
        places.leave("2001:db8::2");
        assertThat(places.take("2001:db8::3")).isEmpty();
    }

    @Test
    void watchersLeavePlacesToTraders() {
        Places places = new Places(5, 10);
        for (int i = 0; i < 4; i++) {
            assertThat(places.takeToWatch("192.0.2.1")).isEmpty();
        }

        assertThat(places.takeToWatch("192.0.2.1"))
                .contains("too_many_watchers: watchers_max=4, 80 % of connections_max=5");
        assertThat(places.take("192.0.2.1")).isEmpty();
        assertThat(places.take("192.0.2.1")).contains("too_many_connections: connections_max=5");
        assertThat(places.watch()).isPresent();
        places.stopWatching();
        assertThat(places.watch()).isEmpty();
    }
}
