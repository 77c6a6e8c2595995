package depot;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class DepotTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private HttpServer server;

    @Before
    public void start() throws Exception {
        server = new Depot().start();
    }

    @After
    public void stop() {
        server.stop(0);
    }

    private HttpResponse<String> ask(HttpRequest.Builder request, String path) throws Exception {
        return client.send(request.uri(URI.create("http://localhost:" + server.getAddress().getPort() + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    public void keepsALabelForWhoeverHasLoggedIn() throws Exception {
        String token = ask(HttpRequest.newBuilder(), "/login?hong").body();
        assertEquals("fragile", ask(HttpRequest.newBuilder().header("Token", token).PUT(HttpRequest.BodyPublishers.ofString("fragile")), "/labels/17").body());
        assertEquals("fragile", ask(HttpRequest.newBuilder().header("Token", token), "/labels/17").body());
        assertEquals(404, ask(HttpRequest.newBuilder().header("Token", token), "/labels/18").statusCode());
        assertEquals(401, ask(HttpRequest.newBuilder().header("Token", "guess"), "/labels/17").statusCode());
    }

    @Test
    public void hasAHandlerForItsLog() throws Exception {
        try (InputStream in = Depot.class.getResourceAsStream("/logging.properties")) {
            LogManager.getLogManager().readConfiguration(in);
        }
        assertTrue(Arrays.stream(Logger.getLogger("").getHandlers()).anyMatch(handler -> handler.getFormatter() != null));
    }
}
