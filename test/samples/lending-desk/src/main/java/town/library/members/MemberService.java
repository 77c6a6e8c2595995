package town.library.members;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
public class MemberService {
    private final MemberRepository members;
    private final FineRepository fines;

    public MemberService(MemberRepository members, FineRepository fines) {
        this.members = members;
        this.fines = fines;
    }

    public Member find(Long id) {
        return members.findById(id).orElseThrow();
    }

    public List<Fine> finesOf(Long id) {
        return fines.findByMemberId(id);
    }

    @Transactional
    public Member join(Member member) {
        return members.save(member);
    }

    @Transactional
    public void charge(Member member, Fine fine) {
        fines.save(fine);
        members.save(member);
    }
}
