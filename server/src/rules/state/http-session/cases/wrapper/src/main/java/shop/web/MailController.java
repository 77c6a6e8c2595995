package shop.web;

import javax.servlet.http.HttpServletRequest;
import mail.SessionUtil;

class MailController {
    void send(HttpServletRequest request, Object mail) {
        // clean-next state/http-session -- a helper of another library that has the same name
        SessionUtil.set(request, "mail", mail);
    }
}
