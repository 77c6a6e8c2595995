package shop;

public class PriceList {

    private final java.math.BigDecimal factor = java.math.BigDecimal.ONE;
}
