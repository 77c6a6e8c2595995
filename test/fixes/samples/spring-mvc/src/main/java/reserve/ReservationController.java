package reserve;

import java.util.List;
import java.util.Locale;
import javax.servlet.http.HttpSession;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

@Controller
public class ReservationController {

    @Autowired
    private JdbcTemplate jdbcTemplate;

    @Autowired
    private MessageSource messages;

    @Autowired
    private RoomHoldService holds;

    @PostMapping("/guest")
    @ResponseBody
    public String enter(@RequestParam("name") String name, HttpSession session) {
        session.setAttribute("guest", new Guest(name));
        return name;
    }

    @GetMapping("/guest")
    @ResponseBody
    public String guest(HttpSession session) {
        Guest guest = (Guest) session.getAttribute("guest");
        return guest == null ? "" : guest.getName();
    }

    @GetMapping("/greeting")
    @ResponseBody
    public String greeting(Locale locale) {
        return messages.getMessage("greeting", null, locale);
    }

    @GetMapping("/rooms")
    @ResponseBody
    public String rooms() {
        List<String> names = jdbcTemplate.queryForList("select name from room order by name", String.class);
        return String.join(",", names);
    }

    @PostMapping("/hold")
    @ResponseBody
    public String hold(@RequestParam("room") String room, @RequestParam("beds") int beds) {
        return holds.hold(room, 4, beds) ? "held" : "full";
    }

    @PostMapping("/release")
    @ResponseBody
    public String release(@RequestParam("room") String room, @RequestParam("beds") int beds) {
        holds.release(room, beds);
        return String.valueOf(holds.freeBeds(room, 4));
    }
}
