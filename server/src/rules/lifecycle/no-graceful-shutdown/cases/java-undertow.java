package shop;

import io.undertow.Undertow;

class UndertowMain {
    public static void main(String[] args) {
        // expect-next lifecycle/no-graceful-shutdown warning {server=Undertow}
        Undertow server = Undertow.builder().addHttpListener(8080, "0.0.0.0").build();
        server.start();
    }
}
