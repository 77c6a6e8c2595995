package shop;

import javax.persistence.MappedSuperclass;
import javax.persistence.Version;

@MappedSuperclass
abstract class Audited {
    @Version
    private long version;
}
