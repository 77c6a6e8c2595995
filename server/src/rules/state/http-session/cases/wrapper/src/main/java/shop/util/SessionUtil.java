package shop.util;

import javax.servlet.http.HttpServletRequest;

public final class SessionUtil {
    private SessionUtil() {
    }

    public static void set(HttpServletRequest request, String key, Object value) {
        // expect-next state/http-session warning {expression=key}
        request.getSession().setAttribute(key, value);
        //                   ^^^^^^^^^^^^ -- carets pin the exact span
    }

    public static Object get(HttpServletRequest request, String key) {
        return request.getSession().getAttribute(key);
    }
}
