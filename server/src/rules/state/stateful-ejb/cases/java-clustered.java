package shop;

import jakarta.ejb.Stateful;
import org.jboss.ejb3.annotation.Clustered;

// expect-next state/stateful-ejb warning {bean=Basket}
@Stateful
@Clustered
public class Basket {
    private int items;
}
