package shop.stats;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.ws.rs.client.Client;
import javax.ws.rs.client.Entity;
import javax.ws.rs.client.WebTarget;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

@Component
public class Reruns {
    private TagRepository tagRepository;
    private StockRepository stockRepository;
    private OrderService orderService;
    private Client client;
    private ReportQueue reportQueue;
    private PersistenceService persistence;
    private volatile String state;

    // expect-next work/in-process-schedule warning {what=tagRepository.saveAll()} -- who counts again stores the same
    @Scheduled(fixedDelay = 60000)
    public void count() {
        Map<Integer, Integer> counts = counted();
        List<Tag> tags = tagRepository.findAll();
        tags = tags.stream().peek(tag -> tag.setCount(counts.get(tag.getId()))).collect(Collectors.toList());
        tagRepository.saveAll(tags);
    }

    private Map<Integer, Integer> counted() {
        return Map.of();
    }

    // expect-next work/in-process-schedule error {what=stockRepository.save()} -- the second one takes away once more
    @Scheduled(fixedDelay = 60000)
    public void take() {
        List<Stock> all = stockRepository.findAll();
        for (Stock stock : all) {
            int left = stock.getCount() - 1;
            stock.setCount(left);
            stockRepository.save(stock);
        }
    }

    // expect-next work/in-process-schedule error {what=stockRepository.save()} -- a new row for each replica
    @Scheduled(fixedDelay = 60000)
    public void add() {
        Stock stock = new Stock();
        stock.setCount(1);
        stockRepository.save(stock);
    }

    // clean-next work/in-process-schedule -- each pod finds out for itself whether the server answers
    @Scheduled(fixedDelay = 60000)
    public void look() {
        WebTarget target = client.target("/metrics");
        try {
            target.request().header("Authorization", "none").get();
            state = States.UP;
        } catch (RuntimeException notReached) {
            state = States.DOWN;
        }
    }

    // expect-next work/in-process-schedule error -- the server is told twice
    @Scheduled(fixedDelay = 60000)
    public void tell() {
        client.target("/orders").request().post(Entity.json("{}"));
    }

    // expect-next work/in-process-schedule info -- the second one finds nothing left, with or without a transaction around it
    @Scheduled(fixedDelay = 60000)
    public void purge() {
        persistence.doTransaction(em -> {
            em.createQuery("delete from LogEvent e where e.time <= :until").executeUpdate();
        });
    }

    // expect-next work/in-process-schedule info
    @Scheduled(fixedDelay = 60000)
    public void clean() {
        tagRepository.autoDeleteUnused();
    }

    // expect-next work/in-process-schedule error -- each replica takes away once more
    @Scheduled(fixedDelay = 60000)
    public void age() {
        persistence.doTransaction(em -> {
            em.createQuery("update Stock s set s.days = s.days - 1").executeUpdate();
        });
    }

    // expect-next work/in-process-schedule {what=orderService.runJob()} -- what is set on an object made here is no work
    @Scheduled(fixedDelay = 60000)
    public void warm() {
        SimpleJob job = new SimpleJob("warm");
        job.setJobRepository(tagRepository);
        orderService.runJob(job);
    }
}
