package shop.security;

import org.springframework.security.web.authentication.rememberme.InMemoryTokenRepositoryImpl;
import org.springframework.security.web.authentication.rememberme.PersistentTokenRepository;

public class RememberMe {
    // clean-next state/in-memory-token -- the bean is given a repository in the database
    private PersistentTokenRepository tokenRepository = new InMemoryTokenRepositoryImpl();

    // expect-next state/in-memory-token warning {type=InMemoryTokenRepositoryImpl} -- nobody is seen to replace it
    private PersistentTokenRepository guestRepository = new InMemoryTokenRepositoryImpl();

    public void setTokenRepository(PersistentTokenRepository tokenRepository) {
        this.tokenRepository = tokenRepository;
    }

    public void setGuestRepository(PersistentTokenRepository guestRepository) {
        this.guestRepository = guestRepository;
    }
}
