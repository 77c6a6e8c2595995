package shop.web;

import org.apache.wicket.authroles.authentication.AuthenticatedWebSession;
import org.apache.wicket.protocol.http.WebSession;
import org.apache.wicket.request.Request;
import org.apache.wicket.spring.injection.annot.SpringBean;

// expect-next state/http-session error {type=ShopSession}
class ShopSession extends AuthenticatedWebSession {
    private static final long serialVersionUID = 1L;
    private Long userId;
    private Cart cart;
    private transient Totals totals;
    @SpringBean
    private UserService users;

    ShopSession(Request request) {
        super(request);
    }
}

// clean-next state/http-session -- keeps nothing of its own
class PlainSession extends WebSession {
    @SpringBean
    private UserService users;

    PlainSession(Request request) {
        super(request);
    }
}

// expect-next state/http-session warning {type=SignedSession, fields=signedIn} -- a repeat; the base class keeps whether the user has signed in
class SignedSession extends AuthenticatedWebSession {
    SignedSession(Request request) {
        super(request);
    }
}
