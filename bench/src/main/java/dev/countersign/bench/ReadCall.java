package dev.countersign.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The call in a script that [WrkScript] wrote for a read, for clients other than wrk.
public final class ReadCall {
    private static final Pattern HEADER = Pattern.compile("wrk\\.headers\\[\"([^\"]+)\"] = \"(.*)\"");
    private static final Pattern BODY = Pattern.compile("wrk\\.body = \\[\\[(.*)]]");

    private ReadCall() {}

    /// Sends the call once and prints the body of its answer: what the yardstick is to answer with.
    ///
    /// @param arguments `URL SCRIPT`
    public static void main(String... arguments) throws IOException, InterruptedException {
        List<String> given = List.of(arguments);
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = request(given.getFirst(), Path.of(given.getLast()));
            System.out.print(
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body());
        }
    }

    static HttpRequest request(String url, Path script) throws IOException {
        String text = Files.readString(script);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).version(HttpClient.Version.HTTP_1_1);
        Matcher headers = HEADER.matcher(text);
        while (headers.find()) {
            if (!headers.group(1).equals("Host")) {
                request.header(headers.group(1), headers.group(2));
            }
        }
        Matcher body = BODY.matcher(text);
        String content = body.find() ? body.group(1) : "";
        return request.POST(HttpRequest.BodyPublishers.ofString(content)).build();
    }
}
