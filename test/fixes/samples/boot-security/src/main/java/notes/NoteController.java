package notes;

import java.security.Principal;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class NoteController {
    private final JdbcTemplate jdbc;

    public NoteController(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @PostMapping("/notes")
    public void add(@RequestBody String text, Principal member) {
        jdbc.update("insert into note (member, text) values (?, ?)", member.getName(), text);
    }

    @GetMapping("/notes")
    public List<String> notes(Principal member) {
        return jdbc.queryForList("select text from note where member = ?", String.class, member.getName());
    }
}
