package shop;

import java.io.Serializable;

public class BasketLine implements Serializable {
    private static final long serialVersionUID = 1L;


    private final String article;
    private final int quantity;

    public BasketLine(String article, int quantity) {
        this.article = article;
        this.quantity = quantity;
    }
}
