package shop.catalog;

import java.math.BigDecimal;

public record Article(String number, String name, BigDecimal price) {
}
