package shop;

import java.util.ArrayList;
import java.util.List;
import javax.ejb.EJB;
import javax.ejb.Stateful;
import javax.ejb.Stateless;

// expect-next state/stateful-ejb error {bean=CartBean}
@Stateful
public class CartBean implements Cart {
    private final List<String> kept = new ArrayList<>();
    private final String currency = "KRW";

    public void add(String item) {
        kept.add(item);
    }
}

// expect-next state/stateful-ejb warning {bean=Wizard}
@Stateful(name = "wizard")
class Wizard extends Steps {
}

// expect-next state/stateful-ejb warning {bean=Greeting}
@Stateful
class Greeting {
    private static int calls;
    @EJB
    private Mailer mailer;

    String greet() {
        return "hello " + calls++;
    }
}

// clean-next state/stateful-ejb -- lives for one request
@Stateful
@javax.enterprise.context.RequestScoped
class Evaluation {
    private String answer;
}

// clean-next state/stateful-ejb -- keeps nothing between calls
@Stateless
class Prices {
    // @Stateful was tried here once
}
