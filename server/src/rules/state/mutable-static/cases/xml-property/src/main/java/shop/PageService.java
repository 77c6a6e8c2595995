package shop;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

public class PageService {
    // clean-next state/mutable-static -- filled by a property of the bean
    private final Map<String, AccessRule> rules = new HashMap<>();
    // clean-next state/mutable-static -- the property that a setter keeps goes into the list as well
    private final List<String> required = new ArrayList<>();
    private String attribute;
    // expect-next state/mutable-static {field=visited}
    private final Map<String, String> visited = new HashMap<>();

    public void setAccessRules(List<AccessRule> accessRules) {
        for (AccessRule rule : accessRules) {
            rules.put(rule.getId(), rule);
        }
    }

    public void setAttribute(String attribute) {
        this.attribute = attribute;
        required.add(attribute);
    }

    public boolean isComplete(Map<String, String> given) {
        return given.keySet().containsAll(required) && given.get(attribute) != null;
    }

    public boolean visit(String user, String page) {
        visited.put(user, page);
        return rules.get(page).allows(user);
    }

    public String lastOf(String user) {
        return visited.get(user);
    }
}
