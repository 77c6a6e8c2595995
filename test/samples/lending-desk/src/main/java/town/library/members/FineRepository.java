package town.library.members;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

public interface FineRepository extends JpaRepository<Fine, Long> {
    List<Fine> findByMemberId(long memberId);
}
