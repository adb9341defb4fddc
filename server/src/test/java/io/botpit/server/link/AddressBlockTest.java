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

        assertThat(places.take("2001:db8::1")).isTrue();
        assertThat(places.take("2001:db8::2")).isTrue();
        assertThat(places.take("2001:db8::3")).isFalse();
        assertThat(places.take("2001:db8:0:1::1")).isTrue();
        places.leave("2001:db8::2");
        assertThat(places.take("2001:db8::3")).isTrue();
    }
}
