package town.library.members;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "fines")
public class Fine {
    @Id
    private Long id;
    private long memberId;
    private int cents;

    public Long getId() {
        return id;
    }
}
