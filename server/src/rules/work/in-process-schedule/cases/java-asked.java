package shop.task;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

public class LevelPoller {
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    private final HttpClient httpClient = HttpClient.newHttpClient();
    private Logger logger;

    void start() {
        // clean-next work/in-process-schedule -- each process asks for its own log level
        scheduler.scheduleAtFixedRate(this::read, 60, 60, TimeUnit.SECONDS);
        // expect-next work/in-process-schedule error {what=httpClient.send()} -- an order to somebody else
        scheduler.scheduleAtFixedRate(this::tell, 60, 60, TimeUnit.SECONDS);
    }

    private void read() {
        try {
            HttpRequest request = HttpRequest.newBuilder().uri(URI.create(System.getenv("LEVEL_URL"))).GET().build();
            logger.setLevel(httpClient.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (Exception e) {
            logger.warn("no level", e);
        }
    }

    private void tell() {
        try {
            HttpRequest request = HttpRequest.newBuilder().uri(URI.create(System.getenv("ORDER_URL"))).POST(HttpRequest.BodyPublishers.noBody()).build();
            httpClient.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (Exception e) {
            logger.warn("not told", e);
        }
    }
}
