package shop;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.google.common.cache.CacheBuilder;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;

@Service
class MemberService {
    private final MemberRepository members;

    // expect-next state/in-process-cache warning {name=byId} {provider=Caffeine}
    private final Cache<Long, Member> byId = Caffeine.newBuilder().maximumSize(1000).build();
    //                                       ^^^^^^^^ -- the builder
    // expect-next state/in-process-cache warning {name=drafts} {provider=Guava}
    private final com.google.common.cache.Cache<Long, Order> drafts = CacheBuilder.newBuilder().expireAfterWrite(2, TimeUnit.HOURS).build();
    // expect-next state/in-process-cache info {name=grades}
    private final LoadingCache<Long, Grade> grades = Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(5)).build(id -> this.members.gradeOf(id));
    // clean-next state/in-process-cache -- one info for all short-lived caches
    private final LoadingCache<Long, String> names = Caffeine.newBuilder().expireAfterWrite(1, TimeUnit.MINUTES).build(id -> this.members.nameOf(id));
    // clean-next state/in-process-cache -- patterns are compiled alike everywhere
    private final LoadingCache<String, Pattern> patterns = Caffeine.newBuilder().build(Pattern::compile);
    // clean-next state/in-process-cache -- a pure computation
    private final LoadingCache<String, String> slugs = Caffeine.newBuilder().maximumSize(100).build(text -> text.trim().toLowerCase());
    // clean-next state/in-process-cache -- live objects of this process
    private final Cache<String, javax.websocket.Session> sessions = Caffeine.newBuilder().weakValues().build();
    // clean-next state/in-process-cache -- only remembers that a key was checked
    private final Cache<String, Boolean> checked = Caffeine.newBuilder().maximumSize(100).build();

    Member find(long id) {
        return byId.get(id, key -> members.findById(key));
    }

    void rename(Member member) {
        members.save(member);
        byId.invalidate(member.id());
    }

    void keep(Order order) {
        drafts.put(order.id(), order);
    }

    Order draft(long id) {
        return drafts.getIfPresent(id);
    }

    void check(String key) {
        if (checked.getIfPresent(key) == null) checked.put(key, true);
    }
}
