package shop.sms;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.Scheduled;

public class SmsService {
    private static Boolean sending = false;
    private final AtomicBoolean importing = new AtomicBoolean();
    private boolean loading;

    private SmsRepository smsRepository;
    private OrderRepository orderRepository;
    private Gateway gateway;

    @Async
    public void publish() {
        try {
            // expect-next work/process-local-lock {lock=SmsService.sending}
            if (!SmsService.sending) {
                SmsService.sending = true;
                for (Sms sms : smsRepository.findPending()) {
                    gateway.send(sms);
                    sms.setStatus("SENT");
                    smsRepository.save(sms);
                }
            }
        } finally {
            SmsService.sending = false;
        }
    }

    public void importOrders(List<String> rows) {
        // expect-next work/process-local-lock {lock=importing}
        if (!importing.compareAndSet(false, true)) {
            return;
        }
        try {
            for (String row : rows) {
                if (orderRepository.findByNumber(row) == null) orderRepository.save(new Order(row));
            }
        } finally {
            importing.set(false);
        }
    }

    public void resend() {
        // expect-next work/process-local-lock {lock=sending}
        if (sending) {
            gateway.warn("already running");
        } else {
            sending = true;
            try {
                for (Sms sms : smsRepository.findFailed()) {
                    gateway.send(sms);
                    smsRepository.save(sms);
                }
            } finally {
                sending = false;
            }
        }
    }

    @Scheduled(cron = "0 0 2 * * *")
    public void nightly() {
        try {
            // clean-next work/process-local-lock -- told as a schedule
            if (!sending) {
                sending = true;
                for (Sms sms : smsRepository.findPending()) smsRepository.save(sms);
            }
        } finally {
            sending = false;
        }
    }

    public List<Sms> load() {
        try {
            // clean-next work/process-local-lock -- nothing is changed
            if (!loading) {
                loading = true;
                return smsRepository.findPending();
            }
        } finally {
            loading = false;
        }
        return List.of();
    }

    public void once() {
        // clean-next work/process-local-lock -- never taken back: done once, and no lock
        if (!loading) {
            loading = true;
            for (Sms sms : smsRepository.findPending()) smsRepository.save(sms);
        }
    }
}
