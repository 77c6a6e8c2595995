package shop;

import java.io.Serializable;
import java.util.List;

public class Product extends Named implements Serializable {
    private static final long serialVersionUID = 1L;

    private long id;
    private List<Price> prices;
    private State state;
}
