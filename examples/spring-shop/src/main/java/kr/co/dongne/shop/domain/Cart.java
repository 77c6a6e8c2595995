package kr.co.dongne.shop.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** 장바구니. 상품 번호를 키로 담은 순서를 유지한다. */
public class Cart {

    private final Map<Long, OrderItem> items = new LinkedHashMap<>();

    public void add(Product product, int quantity) {
        OrderItem item = items.get(product.getProductId());
        if (item == null) {
            item = new OrderItem();
            item.setProductId(product.getProductId());
            item.setProductName(product.getName());
            item.setPrice(product.getPrice());
            items.put(product.getProductId(), item);
        }
        item.setQuantity(item.getQuantity() + quantity);
    }

    /** @return 빠진 항목, 담겨 있지 않았으면 null */
    public OrderItem remove(Long productId) {
        return items.remove(productId);
    }

    public void clear() {
        items.clear();
    }

    public List<OrderItem> getItems() {
        return new ArrayList<>(items.values());
    }

    public boolean isEmpty() {
        return items.isEmpty();
    }

    public int getTotalPrice() {
        int total = 0;
        for (OrderItem item : items.values()) {
            total += item.getAmount();
        }
        return total;
    }
}
