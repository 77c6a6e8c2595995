package notes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class NotesTest {
    @Autowired
    private TestRestTemplate http;
    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void knowsTheMemberByTheRememberMeCookieAlone() {
        jdbc.update("merge into users (username, password, enabled) values ('hong', '{noop}hong1234', true)");
        jdbc.update("merge into authorities (username, authority) key (username) values ('hong', 'ROLE_MEMBER')");
        jdbc.update("delete from note");
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("username", "hong");
        form.add("password", "hong1234");
        ResponseEntity<String> login = http.postForEntity("/login", form, String.class);
        String cookie = login.getHeaders().get(HttpHeaders.SET_COOKIE).stream().filter(each -> each.startsWith("remember-me=")).findFirst().orElse(null);
        assertNotNull(cookie);
        HttpHeaders headers = new HttpHeaders();
        headers.add(HttpHeaders.COOKIE, cookie.substring(0, cookie.indexOf(';')));
        http.exchange("/notes", HttpMethod.POST, new HttpEntity<>("milk", headers), Void.class);
        assertEquals(List.of("milk"), http.exchange("/notes", HttpMethod.GET, new HttpEntity<>(headers), List.class).getBody());
    }
}
