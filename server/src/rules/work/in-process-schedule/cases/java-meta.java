package shop;

import org.springframework.scheduling.annotation.Scheduled;

// expect-next work/in-process-schedule warning {job=@EveryNight (cron = 0 0 2 * * *)}
@Scheduled(cron = "0 0 2 * * *")
@interface EveryNight {
}

// clean-next work/in-process-schedule -- an annotation that schedules nothing
@interface Audited {
}
