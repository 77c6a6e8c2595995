package shop.job;

import shop.common.ShopProperties;

public class ClosingJob {

    private StockMapper stockMapper;

    public void close() {
        if (!ShopProperties.getProperty("shop.batch.mode").equals("live") || !ShopProperties.getProperty("shop.batch.node").equals("1")) {
            return;
        }
        stockMapper.updateClosing();
    }

    public void recount() {
        String label = ShopProperties.getProperty("shop.batch.label");
        stockMapper.updateClosing();
        if (label.equals("loud")) {
            System.out.println(label);
        }
    }
}
