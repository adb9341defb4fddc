package io.botpit.server.http;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which pages may open a socket. Browsers always name the page's origin; a bot names none. Allowed are the configured
 * origins and our own: the one whose host and port are those of the request. On a loopback address that alone is not
 * enough, because a foreign name can be made to point at 127.0.0.1; there our own name must be a loopback name.
 */
final class Origins {
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private final Set<String> configured;
    private final boolean loopbackOnly;

    Origins(List<String> configured, String bindAddress) {
        this.configured = Set.copyOf(
                configured.stream().map(o -> o.toLowerCase(Locale.ROOT)).toList());
        this.loopbackOnly = isLoopback(bindAddress);
    }

    /**
     * Whether a page may.
     *
     * @param origin as sent
     * @param host the request's Host header
     */
    boolean allows(String origin, @Nullable String host) {
        String lower = origin.toLowerCase(Locale.ROOT);
        if (configured.contains(lower)) {
            return true;
        }
        try {
            URI uri = new URI(lower);
            return uri.getScheme() != null
                    && SCHEMES.contains(uri.getScheme())
                    && lower.equals(uri.getScheme() + "://" + uri.getRawAuthority())
                    && uri.getHost() != null
                    && uri.getRawAuthority().equals(host == null ? "" : host.toLowerCase(Locale.ROOT))
                    && (!loopbackOnly || isLoopback(uri.getHost()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Only literal addresses and localhost: no name is looked up. */
    private static boolean isLoopback(String host) {
        if (host.equals("localhost")) {
            return true;
        }
        String bare = host.replace("[", "").replace("]", "");
        if (!bare.matches("[0-9.]+|[0-9a-f:.]*:[0-9a-f:.]*")) {
            return false;
        }
        try {
            return InetAddress.getByName(bare).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
