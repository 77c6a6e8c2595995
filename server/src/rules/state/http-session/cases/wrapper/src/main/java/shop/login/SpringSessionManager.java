package shop.login;

import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

public class SpringSessionManager implements SessionManager {
    @Override
    public void put(String name, Object value) {
        // expect-next state/http-session error {expression=name}
        RequestContextHolder.currentRequestAttributes().setAttribute(name, value, RequestAttributes.SCOPE_SESSION);
    }
}
