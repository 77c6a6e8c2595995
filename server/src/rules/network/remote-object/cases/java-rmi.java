package shop.remote;

import java.rmi.RemoteException;
import java.rmi.registry.LocateRegistry;
import java.rmi.server.UnicastRemoteObject;

// expect-next network/remote-object warning {name=StockServer}
public class StockServer extends UnicastRemoteObject implements Stock {
    //                           ^^^^^^^^^^^^^^^^^^^
    void start() throws RemoteException {
        // clean-next network/remote-object -- told once for the file
        LocateRegistry.createRegistry(1099).rebind("stock", this);
    }
}
