import org.eclipse.jetty.server.Server;

class Main {
    public static void main(String[] args) throws Exception {
        // expect-next config/hard-coded-port info
        Server server = new Server(8080);
        server.start();
    }
}
