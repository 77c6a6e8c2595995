package shop;

public class BasketLine {

    private final String article;
    private final int quantity;

    public BasketLine(String article, int quantity) {
        this.article = article;
        this.quantity = quantity;
    }
}
