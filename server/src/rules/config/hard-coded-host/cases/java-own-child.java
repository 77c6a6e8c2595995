package org.acme.kernel;

import io.grpc.ManagedChannelBuilder;

public class KernelClient {
    public void open() {
        int port = Ports.findRandomAvailablePort();
        // clean-next config/hard-coded-host -- what listens there was started by this process
        start(port, ManagedChannelBuilder.forAddress("127.0.0.1", port));
        // expect-next config/hard-coded-host warning
        connect(ManagedChannelBuilder.forAddress("127.0.0.1", 5005));
    }

    public String execute(String statement) {
        return statement;
    }

    public static void main(String[] args) {
        // clean-next config/hard-coded-host -- shows how the class is used
        new KernelClient().execute(new ClientConfig("http://localhost:8080", 1000).toString());
    }
}
