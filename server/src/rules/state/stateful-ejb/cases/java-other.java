package shop;

import com.example.flow.Stateful;
import javax.ejb.Stateless;

// clean-next state/stateful-ejb -- another annotation of that name
@Stateful
@Stateless
public class Flow {
    private int step;
}
