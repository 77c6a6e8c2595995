package shop;

import javax.servlet.FilterChain;
import javax.servlet.ServletRequestEvent;
import javax.servlet.ServletRequestListener;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpSession;

class HandshakeListener implements ServletRequestListener {
    public void requestInitialized(ServletRequestEvent event) {
        HttpServletRequest request = (HttpServletRequest) event.getServletRequest();
        HttpSession session = request.getSession();
        // clean-next state/http-session -- the handshake of the same request reads it; it is gone at the end of that request
        session.setAttribute("client-ip", request.getRemoteAddr());
        // expect-next state/http-session error {attribute=tenant} -- nobody removes it
        session.setAttribute("tenant", request.getHeader("X-Tenant"));
    }

    public void requestDestroyed(ServletRequestEvent event) {
        HttpSession session = ((HttpServletRequest) event.getServletRequest()).getSession();
        session.removeAttribute("client-ip");
    }
}

class PassingFilter {
    void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws Exception {
        HttpSession session = request.getSession();
        try {
            // clean-next state/http-session -- removed before the answer goes out
            session.setAttribute("passing", request.getRequestURI());
            chain.doFilter(request, response);
        } finally {
            session.removeAttribute("passing");
        }
    }
}
