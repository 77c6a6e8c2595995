package shop.remote;

import javax.ejb.Local;
import javax.ejb.Remote;

// expect-next network/remote-object warning {name=OrderServiceRemote}
@Remote
public interface OrderServiceRemote {
    void place(String order);
}

// clean-next network/remote-object -- called inside the process
@Local
interface OrderServiceLocal {
    void place(String order);
}
