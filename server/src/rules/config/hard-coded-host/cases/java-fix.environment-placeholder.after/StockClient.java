package shop;

import java.net.URI;

class StockClient {
    URI stock() {
                                                     
        return URI.create(System.getenv().getOrDefault("STOCK_URL", "http://10.4.4.4:8080/stock"));
    }
}
