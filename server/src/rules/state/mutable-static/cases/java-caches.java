package shop.cache;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

@Service
public class CodeCache {
    // expect-next state/mutable-static warning {field=codes}
    private static Map<String, String> codes = new HashMap<>();

    // expect-next state/mutable-static info {field=priceByItem}
    private final Map<String, Integer> priceByItem = new ConcurrentHashMap<>();

    // expect-next state/mutable-static warning {field=bestSeller}
    private static Item bestSeller;

    // expect-next state/mutable-static warning {field=history}
    private final List<String> history = new java.util.ArrayList<>();

    private final CodeMapper codeMapper;

    CodeCache(CodeMapper codeMapper) {
        this.codeMapper = codeMapper;
    }

    public void reload() {
        codes = codeMapper.selectAll();
    }

    public int price(String item) {
        return priceByItem.computeIfAbsent(item, codeMapper::selectPrice) + codeMapper.selectDiscount(item);
    }

    public void refreshBestSeller() {
        bestSeller = codeMapper.selectBestSeller();
    }

    @Scheduled(fixedDelay = 60000)
    public void sample() {
        history.add(codeMapper.selectLoad());
    }
}

@Repository
class ClusterDaoImpl {
    // expect-next state/mutable-static warning -- a copy, whatever the calls behind it are named
    private final Map<String, Map<String, String>> clusterCache = new ConcurrentHashMap<>();

    public String idOf(String account, String name) {
        Map<String, String> known = clusterCache.get(account);
        if (known == null) {
            known = new ConcurrentHashMap<>();
            clusterCache.put(account, known);
        }
        return known.computeIfAbsent(name, cloud::describe);
    }
}
