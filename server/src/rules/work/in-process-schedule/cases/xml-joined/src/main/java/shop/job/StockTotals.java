package shop.job;

import org.springframework.stereotype.Component;

@Component
public class StockTotals {

    private StockMapper stockMapper;

    public void sum() {
        stockMapper.updateTotals();
    }
}
