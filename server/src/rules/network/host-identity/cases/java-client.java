package shop.web;

import javax.servlet.http.HttpServletRequest;
import org.slf4j.Logger;

public class LoginController {
    private final Logger log;
    private final Throttle throttle;
    private final AccessRules rules;

    public String login(HttpServletRequest request, LoginForm form) {
        log.info("login from {}", request.getRemoteAddr());
        // expect-next network/host-identity warning
        if (throttle.hit(request.getRemoteAddr())) {
            //                   ^^^^^^^^^^^^^
            return "busy";
        }
        return "home";
    }
}

class AuditInterceptor {
    void after(HttpServletRequest request, AuditRecord record) {
        // expect-next network/host-identity warning
        record.setClientIp(request.getRemoteAddr());
        repository.save(record);
    }
}

class RequestUtil {
    static String clientIp(HttpServletRequest request) {
        // expect-next network/host-identity warning {method=clientIp}
        return request.getRemoteAddr();
    }
}

class Quiet {
    void shown(HttpServletRequest request, Model model, Response response) {
        // clean-next network/host-identity -- only shown on a page
        model.addAttribute("ip", request.getRemoteAddr());
        // clean-next network/host-identity -- a text of an exception
        throw new IllegalStateException("no session for " + request.getRemoteAddr());
    }

    void described(HttpServletRequest request, Channel channel) {
        // clean-next network/host-identity -- a description for people
        channel.setRemoteDescription(request.getRemoteAddr());
    }

    void socket(Session session) {
        // clean-next network/host-identity -- the other end of a socket, not of an HTTP request
        limiter.hit(session.getRemoteAddr());
    }

    public String getRemoteAddr() {
        // clean-next network/host-identity -- a request that wraps another one
        return this.request.getRemoteAddr();
    }

    private final HttpServletRequest request = null;
}
