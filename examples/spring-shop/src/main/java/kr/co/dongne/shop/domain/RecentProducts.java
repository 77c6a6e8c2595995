package kr.co.dongne.shop.domain;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** 최근 본 상품. 다섯 개까지만 보관하고 새로 본 상품이 앞에 온다. */
public class RecentProducts implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int MAX_SIZE = 5;

    private final Map<Long, String> names = new LinkedHashMap<>();

    public synchronized void add(Product product) {
        names.remove(product.getProductId());
        names.put(product.getProductId(), product.getName());
        if (names.size() > MAX_SIZE) {
            names.remove(names.keySet().iterator().next());
        }
    }

    public synchronized List<Map.Entry<Long, String>> getProducts() {
        List<Map.Entry<Long, String>> products = new ArrayList<>(new LinkedHashMap<>(names).entrySet());
        Collections.reverse(products);
        return products;
    }
}
