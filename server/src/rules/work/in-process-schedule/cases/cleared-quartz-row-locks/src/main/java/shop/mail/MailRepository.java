package shop.mail;

import java.util.List;
import org.springframework.data.jpa.repository.Query;

public interface MailRepository {
    @Query(value = "select id from mail where state = 'WAITING' limit 100 for update skip locked", nativeQuery = true)
    List<Long> nextWaiting();

    void delete(Long id);
}
