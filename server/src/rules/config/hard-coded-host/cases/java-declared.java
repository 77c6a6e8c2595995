package shop;

class SystemSettings {
    private static final String PATH = "/shop";
    // clean-next config/hard-coded-host -- what holds until someone sets the property
    static final StringProperty SERVICE_URL = new CachedProperty<>(new StringProperty("serviceUrl", "https://localhost:8153" + PATH)).inner();

    String ask(Client client) {
        // expect-next config/hard-coded-host warning
        return client.get("https://localhost:8153/shop/status");
    }
}
