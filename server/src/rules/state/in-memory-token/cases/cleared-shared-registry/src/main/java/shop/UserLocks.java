package shop;

import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;

class UserLocks {
    private final SessionRegistry sessions;

    UserLocks(SessionRegistry sessions) {
        this.sessions = sessions;
    }

    void lock(Object user) {
        // clean-next state/in-memory-token -- the registry asks the shared store
        sessions.getAllSessions(user, false).forEach(SessionInformation::expireNow);
    }
}
