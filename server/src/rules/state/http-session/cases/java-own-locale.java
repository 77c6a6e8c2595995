package shop;

import org.springframework.web.servlet.i18n.SessionLocaleResolver;

class OwnLocale {
    Object resolver() {
        // expect-next state/http-session info
        SessionLocaleResolver resolver = new SessionLocaleResolver();
        resolver.setLocaleAttributeName("lang");
        return resolver;
    }
    // clean-next state/http-session -- only names the type
    Class<?> type() { return SessionLocaleResolver.class; }
}
