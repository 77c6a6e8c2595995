package kr.co.shop;

import org.springframework.scheduling.annotation.Scheduled;

class Closing {
    // expect-next platform/host-locale info {name=shop}
    @Scheduled(cron = "0 30 23 * * *")
    void closeDay() {
    }

    // clean-next platform/host-locale -- names its zone
    @Scheduled(cron = "0 0 1 * * *", zone = "Asia/Seoul")
    void report() {
    }

    // clean-next platform/host-locale -- every hour is every hour
    @Scheduled(cron = "0 0 * * * *")
    void poll() {
    }
}
