package shop;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

public class Basket implements Serializable {
    private static final long serialVersionUID = 1L;


    private final List<BasketLine> lines = new ArrayList<>();
    private transient PriceList prices;

    public void add(BasketLine line) {
        lines.add(line);
    }
}
