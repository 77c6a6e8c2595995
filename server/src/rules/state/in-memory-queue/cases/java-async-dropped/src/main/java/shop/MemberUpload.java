package shop;

import java.util.Set;
import org.springframework.stereotype.Service;

@Service
public class MemberUpload {
    private final MemberImportAsync memberImportAsync;

    public MemberUpload(MemberImportAsync memberImportAsync) {
        this.memberImportAsync = memberImportAsync;
    }

    public String upload(byte[] file) {
        memberImportAsync.saveMembers(file);
        return "accepted";
    }

    public Set<Member> preview(byte[] file) {
        return memberImportAsync.readMembers(file).join();
    }
}
