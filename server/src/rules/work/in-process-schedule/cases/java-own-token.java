package shop;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;

class AccessTokens {
    private volatile String accessToken;
    private final OkHttpClient client;
    private final ScheduledExecutorService executor;

    AccessTokens(OkHttpClient client, ScheduledExecutorService executor) {
        this.client = client;
        this.executor = executor;
        // clean-next work/in-process-schedule -- each process logs in for itself and keeps what it is given
        this.executor.scheduleWithFixedDelay(() -> login("http://server"), 5, 5, TimeUnit.SECONDS);
        // expect-next work/in-process-schedule error {job=AccessTokens} -- sends and keeps nothing
        this.executor.scheduleWithFixedDelay(() -> send("http://server"), 5, 5, TimeUnit.SECONDS);
    }

    private void login(String server) {
        Response response = client.newCall(new Request(server)).execute();
        this.accessToken = response.token();
    }

    private void send(String server) {
        client.newCall(new Request(server)).execute();
    }
}
