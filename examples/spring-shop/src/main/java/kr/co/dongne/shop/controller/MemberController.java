package kr.co.dongne.shop.controller;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpSession;

import kr.co.dongne.shop.domain.Member;
import kr.co.dongne.shop.service.MemberService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/member")
public class MemberController {

    @Autowired
    private MemberService memberService;

    @GetMapping("/login")
    public String loginForm() {
        return "member/login";
    }

    @PostMapping("/login")
    public String login(@RequestParam String memberId, @RequestParam String password,
                        HttpServletRequest request, Model model) {
        Member member = memberService.authenticate(memberId, password);
        if (member == null) {
            model.addAttribute("message", "아이디 또는 비밀번호가 올바르지 않습니다.");
            return "member/login";
        }
        request.getSession().setAttribute("loginUser", member);
        request.changeSessionId();
        return "redirect:/";
    }

    @PostMapping("/logout")
    public String logout(HttpSession session) {
        session.invalidate();
        return "redirect:/";
    }
}
