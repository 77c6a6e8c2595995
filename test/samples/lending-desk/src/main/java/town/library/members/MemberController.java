package town.library.members;

import java.util.List;
import org.springframework.web.bind.annotation.*;

@RestController
@RequestMapping("/members")
public class MemberController {
    private final MemberService members;

    public MemberController(MemberService members) {
        this.members = members;
    }

    @GetMapping("/{id}")
    public Member find(@PathVariable Long id) {
        return members.find(id);
    }

    @GetMapping("/{id}/fines")
    public List<Fine> fines(@PathVariable Long id) {
        return members.finesOf(id);
    }

    @PostMapping
    public Member join(@RequestBody Member member) {
        return members.join(member);
    }
}
