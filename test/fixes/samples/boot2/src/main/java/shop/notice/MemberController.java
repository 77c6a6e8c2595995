package shop.notice;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpSession;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class MemberController {
    @PostMapping("/login")
    public String login(HttpServletRequest request, @RequestParam("id") String id) {
        HttpSession session = request.getSession();
        session.setAttribute("loginId", id);
        return id;
    }

    @GetMapping("/me")
    public String me(HttpServletRequest request) {
        return String.valueOf(request.getSession().getAttribute("loginId"));
    }
}
