package shop;

import java.util.List;

public class Product extends Named {
    private long id;
    private List<Price> prices;
    private State state;
}
