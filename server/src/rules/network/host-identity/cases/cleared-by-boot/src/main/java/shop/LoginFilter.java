package shop;

import javax.servlet.http.HttpServletRequest;

public class LoginFilter {
    boolean refused(HttpServletRequest request) {
        // clean-next network/host-identity -- the server puts the client's address there
        return banList.isBanned(request.getRemoteAddr());
    }
}
