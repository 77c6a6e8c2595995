package shop;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Service;

@Service
public class MemberImportAsync {
    @Async
    // expect-next state/in-memory-queue warning {method=saveMembers, count=1} -- the upload drops its answer
    public CompletableFuture<Set<Member>> saveMembers(byte[] file) {
        return null;
    }

    @Async
    // clean-next state/in-memory-queue -- the caller waits
    public CompletableFuture<Set<Member>> readMembers(byte[] file) {
        return null;
    }
}
