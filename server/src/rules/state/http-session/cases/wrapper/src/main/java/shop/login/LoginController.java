package shop.login;

class LoginController {
    private final SessionManager sessionManager;

    LoginController(SessionManager sessionManager) {
        this.sessionManager = sessionManager;
    }

    void login(Object user) {
        // expect-next state/http-session warning {attribute=LOGIN_USER}
        sessionManager.put(Keys.LOGIN_USER, user);
    }
}
