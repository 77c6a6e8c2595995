package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Version;

@Entity
class Stock {
    @Version
    private long version;
}
