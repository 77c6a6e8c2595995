package shop;

import javax.servlet.http.HttpSession;

class Login {
    void login(HttpSession session, Object user) {
        // expect-next state/http-session error {attribute=user}
        session.setAttribute("user", user);
    }
}
