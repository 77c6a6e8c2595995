package town.library.loans;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import town.library.catalog.CatalogService;
import town.library.members.Fine;
import town.library.members.MemberService;

@Service
public class LoanService {
    private final LoanRepository loans;
    private final ReservationRepository reservations;
    private final CatalogService catalog;
    private final MemberService members;

    public LoanService(LoanRepository loans, ReservationRepository reservations, CatalogService catalog, MemberService members) {
        this.loans = loans;
        this.reservations = reservations;
        this.catalog = catalog;
        this.members = members;
    }

    public List<Loan> of(Long member) {
        return loans.findByMemberId(member);
    }

    public Loan lend(Long book, Long member) {
        catalog.find(book);
        return loans.save(new Loan());
    }

    public Reservation reserve(Long book) {
        return reservations.save(new Reservation());
    }

    @Transactional
    public void giveBack(Long id) {
        Loan loan = loans.findById(id).orElseThrow();
        loans.delete(loan);
        reservations.deleteById(id);
        members.charge(members.find(id), new Fine());
    }
}
