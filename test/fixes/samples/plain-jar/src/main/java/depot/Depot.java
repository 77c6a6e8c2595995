package depot;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/** Keeps the labels of parcels for whoever has a token. */
public class Depot {
    private static final Logger log = Logger.getLogger(Depot.class.getName());

    private final Tokens tokens = new Tokens();
    private final Labels labels = new Labels();

    public static void main(String[] args) throws IOException {
        try (InputStream in = Depot.class.getResourceAsStream("/logging.properties")) {
            LogManager.getLogManager().readConfiguration(in);
        }
        new Depot().start();
    }

    /** @return the server, which listens */
    public HttpServer start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(18093), 0);
        server.createContext("/login", exchange -> Answers.text(exchange, tokens.issue(exchange.getRequestURI().getQuery())));
        server.createContext("/labels/", exchange -> labels.answer(exchange, tokens));
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.start();
        log.info("listens on " + server.getAddress());
        return server;
    }
}
