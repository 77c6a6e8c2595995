package town.library.loans;

import java.util.List;
import org.springframework.web.bind.annotation.*;

@RestController
@RequestMapping("/loans")
public class LoanController {
    private final LoanService loans;

    public LoanController(LoanService loans) {
        this.loans = loans;
    }

    @GetMapping
    public List<Loan> of(@RequestParam Long member) {
        return loans.of(member);
    }

    @PostMapping
    public Loan lend(@RequestParam Long book, @RequestParam Long member) {
        return loans.lend(book, member);
    }

    @PostMapping("/reservations")
    public Reservation reserve(@RequestParam Long book) {
        return loans.reserve(book);
    }

    @DeleteMapping("/{id}")
    public void giveBack(@PathVariable Long id) {
        loans.giveBack(id);
    }
}
