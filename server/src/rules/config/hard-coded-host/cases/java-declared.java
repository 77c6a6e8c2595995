package shop;

class SystemSettings {
    private static final String PATH = "/shop";
    // clean-next config/hard-coded-host -- what holds until someone sets the property
    static final StringProperty SERVICE_URL = new CachedProperty<>(new StringProperty("serviceUrl", "https://localhost:8153" + PATH)).inner();

    // clean-next config/hard-coded-host -- so does this one, whose name comes after its group
    static final Object STORE_URL = new StringSetting(Group.STORE, "hidden", "store.connection.url", "bolt://localhost:7687");

    Client mail(String... given) {
        // clean-next config/hard-coded-host -- holds until the caller gives another one
        String smtpHost = "localhost:2525";
        if (given.length > 0) smtpHost = given[0];
        return new Client(smtpHost);
    }

    SystemSettings() {
        // clean-next config/hard-coded-host -- holds until someone sets another one
        this.setUrl("ldap://localhost:389");
    }

    String store(boolean search) {
        if (search) {
            return configuration.getProperty("search.server");
        }
        // clean-next config/hard-coded-host -- when no setting answered
        return "http://localhost:8983/store";
    }

    void connect(Template given, Client client) {
        if (given == null) {
            // clean-next config/hard-coded-host -- stands in for what is not given
            client.setHost("localhost");
        }
    }

    String ask(Client client) {
        // expect-next config/hard-coded-host warning
        return client.get("https://localhost:8153/shop/status");
    }

    String unusable(String path) {
        // clean-next config/hard-coded-host -- an address that is meant to lead nowhere
        return "http://invalid_url" + path;
    }
}
