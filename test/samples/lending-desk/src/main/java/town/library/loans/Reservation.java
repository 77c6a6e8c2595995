package town.library.loans;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "reservations")
public class Reservation {
    @Id
    private Long id;
    private long bookId;

    public Long getId() {
        return id;
    }
}
