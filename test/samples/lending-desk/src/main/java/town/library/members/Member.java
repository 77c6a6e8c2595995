package town.library.members;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "members")
public class Member {
    @Id
    private Long id;
    private String name;
    private boolean blocked;

    public Long getId() {
        return id;
    }
}
