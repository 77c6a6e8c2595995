package shop.remote;

import java.lang.management.ManagementFactory;
import java.rmi.RemoteException;
import java.rmi.registry.LocateRegistry;
import javax.management.remote.JMXConnectorServerFactory;
import javax.management.remote.JMXServiceURL;

// clean-next network/remote-object -- an annotation of another library
@shop.annotations.Remote
public class Monitoring {
    void open() throws Exception {
        // clean-next network/remote-object -- serves JMX, for the operator
        LocateRegistry.createRegistry(9999);
        // clean-next network/remote-object -- a JMX URL
        JMXConnectorServerFactory.newJMXConnectorServer(new JMXServiceURL("service:jmx:rmi:///jndi/rmi://127.0.0.1:9999/server"), null, ManagementFactory.getPlatformMBeanServer()).start();
    }
}
