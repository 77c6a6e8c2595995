package shop;

import org.springframework.stereotype.Component;
import org.springframework.web.context.annotation.SessionScope;

@Component
@SessionScope
// expect-next state/session-not-serializable warning {type=Basket}
public class Basket {
    private int count;
}
