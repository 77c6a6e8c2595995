package kr.co.dongne.shop.common;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

public final class ValidationUtils {

    private static final String PHONE = "01[016789]-?\\d{3,4}-?\\d{4}";
    private static final String MEMBER_ID = "[a-z][a-z0-9]{3,19}";
    private static final String FILE_NAME = "[0-9a-f-]{36}(_s)?\\.(jpg|jpeg|png|gif)";

    /** 정규식 컴파일 결과 보관 */
    private static final Map<String, Pattern> PATTERN_CACHE = new ConcurrentHashMap<>();

    private ValidationUtils() {
    }

    public static boolean isPhone(String value) {
        return matches(PHONE, value);
    }

    public static boolean isMemberId(String value) {
        return matches(MEMBER_ID, value);
    }

    public static boolean isImageFileName(String value) {
        return matches(FILE_NAME, value);
    }

    private static boolean matches(String regex, String value) {
        if (value == null) {
            return false;
        }
        return PATTERN_CACHE.computeIfAbsent(regex, Pattern::compile).matcher(value).matches();
    }
}
