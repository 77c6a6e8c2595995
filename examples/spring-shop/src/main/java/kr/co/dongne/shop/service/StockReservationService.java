package kr.co.dongne.shop.service;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import kr.co.dongne.shop.domain.OrderItem;
import kr.co.dongne.shop.domain.Product;
import org.springframework.stereotype.Service;

/** 장바구니에 담긴 수량만큼 재고를 잡아 둔다. */
@Service
public class StockReservationService {

    /** 상품 번호별 잡아 둔 수량 */
    private static final Map<Long, Integer> RESERVED = new HashMap<>();

    /** @return 남은 수량이 모자라 잡지 못했으면 false */
    public boolean reserve(Product product, int quantity) {
        synchronized (RESERVED) {
            int reserved = RESERVED.getOrDefault(product.getProductId(), 0);
            if (product.getStock() - reserved < quantity) {
                return false;
            }
            RESERVED.put(product.getProductId(), reserved + quantity);
            return true;
        }
    }

    public void release(Long productId, int quantity) {
        synchronized (RESERVED) {
            RESERVED.computeIfPresent(productId, (id, reserved) -> reserved > quantity ? reserved - quantity : null);
        }
    }

    public void releaseAll(List<OrderItem> items) {
        for (OrderItem item : items) {
            release(item.getProductId(), item.getQuantity());
        }
    }

    public int availableStock(Product product) {
        synchronized (RESERVED) {
            return product.getStock() - RESERVED.getOrDefault(product.getProductId(), 0);
        }
    }
}
