package town.library.loans;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "loans")
public class Loan {
    @Id
    private Long id;
    private long bookId;
    private long memberId;

    public Long getId() {
        return id;
    }
}
