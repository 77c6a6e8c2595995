package shop;

import java.util.ArrayList;
import java.util.List;

public class Basket {

    private final List<BasketLine> lines = new ArrayList<>();
    private transient PriceList prices;

    public void add(BasketLine line) {
        lines.add(line);
    }
}
