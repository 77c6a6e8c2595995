package shop;

import java.io.Serializable;
import javax.enterprise.context.ConversationScoped;
import javax.enterprise.context.RequestScoped;
import javax.enterprise.context.SessionScoped;
import javax.faces.flow.FlowScoped;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.stereotype.Component;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.annotation.RequestScope;
import org.springframework.web.context.annotation.SessionScope;

@Component
// expect-next state/session-scoped-bean warning {bean=Cart}
@SessionScope(proxyMode = ScopedProxyMode.TARGET_CLASS)
public class Cart {
}

// expect-next state/session-scoped-bean warning {bean=Login}
@SessionScoped
class Login implements Serializable {
}

@Component
// expect-next state/session-scoped-bean warning {bean=Filter}
@Scope("session")
class Filter {
}

// expect-next state/session-scoped-bean warning {bean=Order}
@ConversationScoped
class Order implements Serializable {
}

// expect-next state/session-scoped-bean warning {bean=Signup}
@FlowScoped("signup")
class Signup implements Serializable {
}

class Config {
    @Bean
    // expect-next state/session-scoped-bean warning {bean=Basket}
    @Scope(value = WebApplicationContext.SCOPE_SESSION, proxyMode = ScopedProxyMode.INTERFACES)
//   ^^^^^ -- carets pin the exact span
    Basket basket() {
        return new Basket();
    }

    @Bean
    // clean-next state/session-scoped-bean -- a new one for each use
    @Scope("prototype")
    Basket other() {
        return new Basket();
    }
}

@javax.ejb.Stateful
// clean-next state/session-scoped-bean -- a stateful EJB is another fault
@SessionScoped
class Wizard {
    private int step;
}

// clean-next state/session-scoped-bean -- lives for one request
@RequestScope
class Search {
}

// clean-next state/session-scoped-bean -- lives for one request
@RequestScoped
class Page {
}

// clean-next state/session-scoped-bean -- only calls injected services, when the session ends
@SessionScoped
class Farewell implements Serializable {
    private static final long serialVersionUID = 1L;

    @javax.inject.Inject
    private AuditService audit;

    @javax.annotation.PreDestroy
    void ended() {
        audit.sessionEnded();
    }
}

// expect-next state/session-scoped-bean warning {bean=Visit} -- remembers a page beside what is injected
@SessionScoped
class Visit implements Serializable {
    @javax.inject.Inject
    private AuditService audit;

    private String lastPage;

    void open(String page) {
        lastPage = page;
    }
}
