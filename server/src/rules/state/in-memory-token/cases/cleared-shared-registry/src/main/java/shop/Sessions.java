package shop;

import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.security.SpringSessionBackedSessionRegistry;

class Sessions {
    SpringSessionBackedSessionRegistry<Session> registry(FindByIndexNameSessionRepository<Session> sessions) {
        return new SpringSessionBackedSessionRegistry<>(sessions);
    }
}
