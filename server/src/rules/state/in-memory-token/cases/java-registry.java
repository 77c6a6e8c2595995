package shop;

import java.util.List;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.stereotype.Service;

@Service
class UserLocks {
    private final SessionRegistry sessions;
    private final OrderRegistry orders;

    UserLocks(SessionRegistry sessions, OrderRegistry orders) {
        this.sessions = sessions;
        this.orders = orders;
    }

    void lock(Object user) {
        // expect-next state/in-memory-token warning {type=UserLocks}
        List<SessionInformation> open = sessions.getAllSessions(user, false);
        open.forEach(SessionInformation::expireNow);
    }

    int online() {
        // clean-next state/in-memory-token -- told once for the class
        return sessions.getAllPrincipals().size();
    }

    int told() {
        // clean-next state/in-memory-token -- the application's own registry
        return orders.getAllSessions().size();
    }

    void touch(String id) {
        // clean-next state/in-memory-token -- asks for the session of this request
        sessions.refreshLastRequest(id);
    }
}
