package shop;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

public class PageService {
    // clean-next state/mutable-static -- filled by a property of the bean
    private final Map<String, AccessRule> rules = new HashMap<>();
    // expect-next state/mutable-static {field=visited}
    private final Map<String, String> visited = new HashMap<>();

    public void setAccessRules(List<AccessRule> accessRules) {
        for (AccessRule rule : accessRules) {
            rules.put(rule.getId(), rule);
        }
    }

    public boolean visit(String user, String page) {
        visited.put(user, page);
        return rules.get(page).allows(user);
    }

    public String lastOf(String user) {
        return visited.get(user);
    }
}
