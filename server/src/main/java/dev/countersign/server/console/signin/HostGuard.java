package dev.countersign.server.console.signin;

import dev.countersign.gateway.wire.Request;
import dev.countersign.gateway.wire.Response;
import dev.countersign.server.http.Site;
import dev.countersign.value.Bytes;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/// Answers for the console only at the host that browsers know this installation by: no other name can be made to lead
/// here.
public final class HostGuard implements Site {
    private static final int MISDIRECTED = 421;

    private final Site behind;
    private final String host;

    /// @param behind the console
    /// @param address how browsers reach this installation, as `https://mfa.example.com`
    public HostGuard(Site behind, String address) {
        this.behind = behind;
        URI uri = URI.create(address.toLowerCase(Locale.ROOT));
        boolean standard = uri.getPort() == (uri.getScheme().equals("https") ? 443 : 80);
        this.host = standard ? uri.getHost() : uri.getAuthority();
    }

    @Override
    public boolean serves(Request request) {
        return behind.serves(request);
    }

    @Override
    public Response answer(Request request) {
        List<String> hosts = request.headers().all("Host");
        boolean ours =
                hosts.size() == 1 && hosts.getFirst().toLowerCase(Locale.ROOT).equals(host);
        return ours
                ? behind.answer(request)
                : Response.of(
                        MISDIRECTED,
                        "text/plain; charset=utf-8",
                        Bytes.utf8("the console answers only at the host of challenge.public-url\n"));
    }
}
