package kr.co.dongne.shop.common;

import java.text.SimpleDateFormat;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Date;

public final class DateUtils {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final DateTimeFormatter DEADLINE = DateTimeFormatter.ofPattern("M월 d일 HH시 mm분");

    // SimpleDateFormat 은 스레드에 안전하지 않으므로 스레드마다 하나씩 둔다
    private static final ThreadLocal<SimpleDateFormat> ORDER_DATE =
            ThreadLocal.withInitial(() -> new SimpleDateFormat("yyyyMMdd"));

    private DateUtils() {
    }

    public static Date daysAgo(int days) {
        return Date.from(LocalDateTime.now(SEOUL).minusDays(days).atZone(SEOUL).toInstant());
    }

    /** 화면에 보이는 주문 번호: 주문일 + 일련번호 */
    public static String displayOrderNo(Date orderedAt, Long orderId) {
        return ORDER_DATE.get().format(orderedAt) + "-" + String.format("%06d", orderId);
    }

    public static String depositDeadline(Date orderedAt, int days) {
        return LocalDateTime.ofInstant(orderedAt.toInstant(), SEOUL).plusDays(days).format(DEADLINE);
    }
}
