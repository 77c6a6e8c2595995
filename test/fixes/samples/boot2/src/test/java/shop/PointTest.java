package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.ActiveProfiles;
import shop.notice.GradeService;
import shop.notice.NoticeSender;

@ActiveProfiles("test")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PointTest {
    @Autowired
    private TestRestTemplate http;
    @Autowired
    private Scheduler scheduler;
    @Autowired
    private GradeService grades;
    @Autowired
    private NoticeSender notices;

    @Test
    void remembersWhoLoggedIn() {
        ResponseEntity<String> login = http.postForEntity("/login?id=hong", null, String.class);
        String cookie = login.getHeaders().getFirst(HttpHeaders.SET_COOKIE);
        assertNotNull(cookie);
        HttpHeaders headers = new HttpHeaders();
        headers.add(HttpHeaders.COOKIE, cookie.substring(0, cookie.indexOf(';')));
        assertEquals("hong", http.exchange("/me", HttpMethod.GET, new HttpEntity<>(headers), String.class).getBody());
    }

    @Test
    void knowsItsJob() throws Exception {
        assertTrue(scheduler.checkExists(JobKey.jobKey("point-summary")));
    }

    @Test
    void readsAGradeTwice() {
        assertEquals("GOLD", grades.gradeOf("hong"));
        assertEquals("GOLD", grades.gradeOf("hong"));
    }

    @Test
    void sendsNotices() {
        notices.send();
    }
}
