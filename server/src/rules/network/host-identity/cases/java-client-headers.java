package shop.web;

import jakarta.servlet.http.HttpServletRequest;

public class ClientAddress {
    private static final String FORWARDED_FOR = "X-Forwarded-For";

    static String clientIp(HttpServletRequest request) {
        String forwarded = request.getHeader(FORWARDED_FOR);
        // clean-next network/host-identity -- only without the proxy's header
        return forwarded == null ? request.getRemoteAddr() : forwarded.split(",")[0];
    }
}
