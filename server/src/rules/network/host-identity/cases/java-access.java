package shop.web;

class AdminFilter {
    void filter(javax.servlet.http.HttpServletRequest req, Chain chain) {
        // expect-next network/host-identity warning
        String address = req.getRemoteAddr();
        if (!address.equals(allowedAddress)) throw new IllegalStateException("refused " + address);
        chain.next();
    }
}
