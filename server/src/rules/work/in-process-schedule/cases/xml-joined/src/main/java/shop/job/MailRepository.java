package shop.job;

import java.util.List;
import org.springframework.data.jpa.repository.Query;

public interface MailRepository {

    @Query(value = "select * from mail where sent is null limit 20 for update skip locked", nativeQuery = true)
    List<Mail> nextBatch();

    void markSent(long id);
}
