package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ActiveProfiles;
import shop.catalog.Article;
import shop.catalog.ArticleService;
import shop.order.ExpiryJob;

@ActiveProfiles("test")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ShopTest {
    @Autowired
    private TestRestTemplate http;
    @Autowired
    private ArticleService articles;
    @Autowired
    private ExpiryJob expiry;
    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void keepsTheCartBetweenTwoRequests() {
        ResponseEntity<Map> added = http.postForEntity("/cart/A-1", null, Map.class);
        String cookie = added.getHeaders().getFirst(HttpHeaders.SET_COOKIE);
        assertNotNull(cookie);
        HttpHeaders headers = new HttpHeaders();
        headers.add(HttpHeaders.COOKIE, cookie.substring(0, cookie.indexOf(';')));
        ResponseEntity<Map> shown = http.exchange("/cart", HttpMethod.GET, new HttpEntity<>(headers), Map.class);
        assertEquals(Map.of("A-1", 1), shown.getBody());
    }

    @Test
    void remembersWhatTheVisitorLookedAt() {
        String cookie = http.getForEntity("/articles/A-1", Article.class).getHeaders().getFirst(HttpHeaders.SET_COOKIE);
        assertNotNull(cookie);
        HttpHeaders headers = new HttpHeaders();
        headers.add(HttpHeaders.COOKIE, cookie.substring(0, cookie.indexOf(';')));
        assertEquals(List.of("A-1"), http.exchange("/articles/seen", HttpMethod.GET, new HttpEntity<>(headers), List.class).getBody());
    }

    @Test
    void findsAnArticleTwiceAndSeesItsNewName() {
        articles.rename("A-1", "Lamp");
        assertEquals("Lamp", articles.find("A-1").name());
        Article again = http.getForObject("/articles/A-1", Article.class);
        assertEquals("Lamp", again.name());
        articles.rename("A-1", "Lantern");
        assertEquals("Lantern", articles.find("A-1").name());
    }

    @Test
    void takesAnOrderFromStageToStage() {
        for (String stage : List.of("\"RECEIVED\"", "\"PAID\"", "\"SENT\"", "\"SENT\"")) {
            assertEquals(stage, http.postForObject("/orders/7/next", null, String.class));
        }
        assertEquals(List.of("7 SENT"), http.getForObject("/orders/stages", List.class));
    }

    @Test
    void expiresWhatNobodyPaid() {
        expiry.expire();
        assertEquals("EXPIRED", jdbc.queryForObject("select state from purchase where id = 1", String.class));
    }
}
