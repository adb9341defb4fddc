package io.botpit.server.link;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Whose address it is, as far as limits go. Stateless. */
public final class AddressBlock {
    private static final int BYTES_OF_A_CUSTOMER = 8;

    private AddressBlock() {}

    /**
     * An IPv4 address as it is; of an IPv6 address the first 64 bits, since a customer is given all that follow; what is
     * no address, as it is.
     */
    public static String of(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            InetAddress parsed = InetAddress.ofLiteral(address);
            return parsed instanceof Inet6Address && !parsed.isLoopbackAddress()
                    ? block(parsed.getAddress())
                    : parsed.getHostAddress();
        } catch (IllegalArgumentException e) {
            return address;
        }
    }

    private static String block(byte[] bytes) {
        byte[] first = Arrays.copyOf(Arrays.copyOf(bytes, BYTES_OF_A_CUSTOMER), bytes.length);
        try {
            return InetAddress.getByAddress(first).getHostAddress() + "/64";
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has always as many bytes", e);
        }
    }
}
