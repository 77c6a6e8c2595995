package shop.remote;

import jakarta.ejb.Remote;
import jakarta.ejb.Stateless;

@Stateless
// expect-next network/remote-object warning {name=OrderBean}
@Remote(OrderService.class)
public class OrderBean implements OrderService {
    // clean-next network/remote-object -- a plain method
    public void place(String order) {
    }
}
