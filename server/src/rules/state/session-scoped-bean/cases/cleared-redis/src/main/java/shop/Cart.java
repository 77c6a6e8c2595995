package shop;

import java.io.Serializable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.annotation.SessionScope;

@Component
// expect-next state/session-scoped-bean info {bean=Cart}
@SessionScope
public class Cart implements Serializable {
}
