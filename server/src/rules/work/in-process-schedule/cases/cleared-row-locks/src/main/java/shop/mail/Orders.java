package shop.mail;

import javax.persistence.LockModeType;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;

public interface Orders {
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Object findById(Long id);

    @Modifying
    void deleteClosed();
}
