import org.eclipse.jetty.server.Server;

class Main {
    public static void main(String[] args) throws Exception {
                                                  
        Server server = new Server(Integer.parseInt(System.getenv().getOrDefault("SERVER_PORT", "8080")));
        server.start();
    }
}
