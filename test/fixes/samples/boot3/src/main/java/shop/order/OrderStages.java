package shop.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class OrderStages {

    private final Object guard = new Object();
    private final Map<Long, Stage> stages = new ConcurrentHashMap<>();
    private final JdbcTemplate jdbc;

    public OrderStages(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @PostMapping("/orders/{id}/next")
    public Stage next(@PathVariable("id") long id) {
        synchronized (guard) {
            Stage stage = stages.get(id);
            Stage next = stage == null ? Stage.RECEIVED : Stage.values()[Math.min(stage.ordinal() + 1, Stage.values().length - 1)];
            stages.put(id, next);
            return next;
        }
    }

    @GetMapping("/orders/stages")
    public List<String> all() {
        List<String> lines = new ArrayList<>();
        for (Map.Entry<Long, Stage> entry : stages.entrySet()) {
            lines.add(entry.getKey() + " " + entry.getValue());
        }
        return lines;
    }

    @GetMapping("/orders/count")
    public int count() {
        return jdbc.queryForObject("select count(*) from purchase", Integer.class);
    }
}
