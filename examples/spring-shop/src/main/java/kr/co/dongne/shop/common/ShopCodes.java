package kr.co.dongne.shop.common;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** 화면과 서비스에서 함께 쓰는 코드 값. */
public final class ShopCodes {

    /** 상품 이미지로 받는 확장자 */
    public static final List<String> IMAGE_EXTENSIONS =
            Collections.unmodifiableList(Arrays.asList("jpg", "jpeg", "png", "gif"));

    /** 상품 분류. 메뉴에 보이는 순서대로 둔다. */
    public static final Map<String, String> CATEGORIES;

    private static final Map<String, String> BANKS = new HashMap<>();

    static {
        Map<String, String> categories = new LinkedHashMap<>();
        categories.put("FRUIT", "과일");
        categories.put("VEGETABLE", "채소");
        categories.put("SEAFOOD", "수산물");
        categories.put("SIDE", "반찬");
        CATEGORIES = Collections.unmodifiableMap(categories);

        // 무통장 입금 은행
        BANKS.put("004", "국민은행");
        BANKS.put("020", "우리은행");
        BANKS.put("088", "신한은행");
    }

    private ShopCodes() {
    }

    /** @return 은행 이름, 취급하지 않는 코드면 null */
    public static String bankName(String code) {
        return BANKS.get(code);
    }
}
