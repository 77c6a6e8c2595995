package shop;

import javax.servlet.http.HttpServletRequest;

public class LoginFilter {
    boolean refused(HttpServletRequest request) {
        // expect-next network/host-identity warning
        return banList.isBanned(request.getRemoteAddr());
    }
}
