package shop;

import java.io.Serializable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.annotation.SessionScope;

@Component
// expect-next state/session-scoped-bean warning {bean=Wizard}
@SessionScope
public class Wizard implements Serializable {
    private int step;

    public int next() {
        return ++step;
    }
}
