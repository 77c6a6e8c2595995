package reserve;

import static org.junit.Assert.assertEquals;

import java.io.File;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Scanner;
import java.util.stream.Collectors;
import org.apache.commons.dbcp2.BasicDataSource;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.webapp.WebAppContext;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.mock.jndi.SimpleNamingContextBuilder;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** Runs the web application as its web.xml describes it, with a database set up by the scripts of the project. */
@SuppressWarnings("deprecation")
public class ReserveTest {
    private static Server server;
    private static WebApplicationContext root;
    private static JdbcTemplate jdbc;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    @BeforeClass
    public static void start() throws Exception {
        BasicDataSource source = new BasicDataSource();
        source.setDriverClassName("org.postgresql.Driver");
        source.setUrl("jdbc:postgresql://localhost/reserve");
        source.setUsername("reserve");
        source.setPassword("");
        jdbc = new JdbcTemplate(source);
        ResourceDatabasePopulator scripts = new ResourceDatabasePopulator();
        for (File script : new File("src/main/resources/db").listFiles()) {
            scripts.addScript(new FileSystemResource(script));
        }
        scripts.execute(source);
        SimpleNamingContextBuilder names = SimpleNamingContextBuilder.emptyActivatedContextBuilder();
        names.bind("java:comp/env/jdbc/reserve", source);
        server = new Server(0);
        WebAppContext context = new WebAppContext("src/main/webapp", "/");
        context.setParentLoaderPriority(true);
        context.setThrowUnavailableOnStartupException(true);
        server.setHandler(context);
        server.start();
        root = WebApplicationContextUtils.getRequiredWebApplicationContext(context.getServletContext());
    }

    @AfterClass
    public static void stop() throws Exception {
        server.stop();
    }

    @Before
    public void forget() {
        cookies.clear();
    }

    private String ask(String method, String path) throws Exception {
        int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
        HttpURLConnection connection = (HttpURLConnection) new URL("http://localhost:" + port + path).openConnection();
        connection.setRequestMethod(method);
        connection.setRequestProperty("Cookie", cookies.entrySet().stream().map(cookie -> cookie.getKey() + "=" + cookie.getValue()).collect(Collectors.joining("; ")));
        try (InputStream in = connection.getInputStream(); Scanner scanner = new Scanner(in, "UTF-8")) {
            for (String cookie : connection.getHeaderFields().getOrDefault("Set-Cookie", Collections.emptyList())) {
                String[] pair = cookie.split(";", 2)[0].split("=", 2);
                cookies.put(pair[0], pair[1]);
            }
            return scanner.hasNext() ? scanner.next() : "";
        }
    }

    @Test
    public void remembersTheGuest() throws Exception {
        assertEquals("hong", ask("POST", "/guest?name=hong"));
        assertEquals("hong", ask("GET", "/guest"));
    }

    @Test
    public void remembersTheLanguage() throws Exception {
        assertEquals("Welcome", ask("GET", "/greeting"));
        assertEquals("Willkommen", ask("GET", "/greeting?lang=de"));
        assertEquals("Willkommen", ask("GET", "/greeting"));
    }

    @Test
    public void listsRooms() throws Exception {
        assertEquals("Halla", ask("GET", "/rooms"));
    }

    @Test
    public void holdsNoMoreBedsThanThereAre() throws Exception {
        assertEquals("held", ask("POST", "/hold?room=Halla&beds=3"));
        assertEquals("full", ask("POST", "/hold?room=Halla&beds=2"));
        assertEquals("3", ask("POST", "/release?room=Halla&beds=2"));
        assertEquals("held", ask("POST", "/hold?room=Halla&beds=2"));
        assertEquals("4", ask("POST", "/release?room=Halla&beds=3"));
    }

    @Test
    public void remindsGuests() throws Exception {
        root.getBean(Scheduler.class).triggerJob(JobKey.jobKey("reminderJob"));
        int reminders = 0;
        for (int tries = 0; reminders == 0 && tries < 200; tries++) {
            Thread.sleep(50);
            reminders = jdbc.queryForObject("select count(*) from reminder", Integer.class);
        }
        assertEquals(1, reminders);
    }
}
