package shop;

import java.util.concurrent.Executors;
import org.springframework.stereotype.Service;

@Service
class TransferFactory {

    Transfers transfers(Client client) {
        // clean-next work/unmanaged-thread -- the caller ends the object, and its pool with it
        return new Transfers(client, Executors.newFixedThreadPool(4));
    }

    Object first() throws Exception {
        // expect-next work/unmanaged-thread info -- only the result leaves the method
        return Executors.newCachedThreadPool().submit(() -> "first").get();
    }
}
