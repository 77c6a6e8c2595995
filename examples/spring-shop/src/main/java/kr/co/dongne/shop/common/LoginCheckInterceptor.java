package kr.co.dongne.shop.common;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpSession;

import kr.co.dongne.shop.domain.Member;
import org.springframework.web.servlet.HandlerInterceptor;

/** 로그인이 필요한 화면을 막는다. 관리자 화면은 관리자만 들어갈 수 있다. */
public class LoginCheckInterceptor implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws Exception {
        HttpSession session = request.getSession(false);
        Member member = session == null ? null : (Member) session.getAttribute("loginUser");
        if (member == null) {
            response.sendRedirect(request.getContextPath() + "/member/login");
            return false;
        }
        if (request.getServletPath().startsWith("/admin") && !member.isAdmin()) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return false;
        }
        request.setAttribute("memberId", member.getMemberId());
        return true;
    }
}
