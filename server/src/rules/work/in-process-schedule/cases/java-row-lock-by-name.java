package shop;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

@Service
class Reminders {
    private final ReminderRepository reminderRepository;

    Reminders(ReminderRepository reminderRepository) {
        this.reminderRepository = reminderRepository;
    }

    // expect-next work/in-process-schedule info {what=reminderRepository.lock()} -- the store takes the row for one of them
    @Scheduled(fixedRate = 1000)
    void remind() {
        for (Long id : reminderRepository.due()) reminderRepository.lock(id, reminder -> reminderRepository.save(reminder.sent()));
    }

    // expect-next work/in-process-schedule error {what=reminderRepository.save()}
    @Scheduled(fixedRate = 1000)
    void escalate() {
        for (Reminder reminder : reminderRepository.findOverdue()) reminderRepository.save(reminder.escalated());
    }
}
