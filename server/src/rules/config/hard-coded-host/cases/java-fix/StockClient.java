package shop;

import java.net.URI;

class StockClient {
    URI stock() {
        // expect-next config/hard-coded-host warning
        return URI.create("http://10.4.4.4:8080/stock");
    }
}
