package board;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.util.Scanner;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.webapp.WebAppContext;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.impl.StdSchedulerFactory;

/** Runs the web application as its web.xml describes it; the second test starts it again with what the first left behind. */
public class BoardTest {
    private Server server;

    @Before
    public void start() throws Exception {
        server = new Server(0);
        WebAppContext context = new WebAppContext("src/main/webapp", "/");
        context.setParentLoaderPriority(true);
        context.setThrowUnavailableOnStartupException(true);
        context.addEventListener(new SchedulerListener());
        server.setHandler(context);
        server.start();
    }

    @After
    public void stop() throws Exception {
        server.stop();
    }

    private HttpURLConnection open(String path) throws Exception {
        return (HttpURLConnection) new URL("http://localhost:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort() + path).openConnection();
    }

    private static String body(HttpURLConnection connection) throws Exception {
        try (InputStream in = connection.getInputStream(); Scanner scanner = new Scanner(in, "UTF-8")) {
            return scanner.hasNext() ? scanner.next() : "";
        }
    }

    @Test
    public void remembersTheMember() throws Exception {
        HttpURLConnection login = open("/login?id=hong");
        login.setRequestMethod("POST");
        assertEquals("hong", body(login));
        String cookie = login.getHeaderField("Set-Cookie");
        HttpURLConnection again = open("/login");
        again.setRequestProperty("Cookie", cookie.substring(0, cookie.indexOf(';')));
        assertEquals("hong", body(again));
    }

    @Test
    public void schedulesItsJob() throws Exception {
        Scheduler scheduler = new StdSchedulerFactory("board-quartz.properties").getScheduler();
        assertEquals("board", scheduler.getSchedulerName());
        assertTrue(scheduler.isStarted());
        assertEquals(1, scheduler.getTriggersOfJob(JobKey.jobKey("cleanup")).size());
    }
}
