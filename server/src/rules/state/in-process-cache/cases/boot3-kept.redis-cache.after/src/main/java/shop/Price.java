package shop;

import java.io.Serializable;
import java.math.BigDecimal;

public record Price(String currency, BigDecimal amount) implements Serializable {
}
