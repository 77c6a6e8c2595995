package shop;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Service;

@Service
public class Revisions {
    // expect-next state/mutable-static warning {field=revisions} -- nothing said on who may see it
    Map<String, Revision> revisions = new HashMap<>();

    public void add(String user, Revision revision) {
        Map<String, Revision> copy = new HashMap<>();
        copy.put(user, revision);
        revisions.put(user, revision);
    }

    public Revision undo(String user) {
        return revisions.remove(user);
    }
}
