package shop;

import org.springframework.web.servlet.i18n.SessionLocaleResolver;

class Locales {
    // clean-next state/http-session -- the session it lives in is outside
    Object resolver() { return new SessionLocaleResolver(); }
}
