package shop.index;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

@Component
class IndexCleaner {
    private final Merger merger;

    IndexCleaner(Merger merger) {
        this.merger = merger;
    }

    // clean-next work/in-process-schedule -- each process throws its own temporary things away
    @Scheduled(fixedDelay = 900000)
    public void cleanTemporaryIndex() {
        merger.getTemporary().forEach(each -> merger.drop(each));
    }

    // expect-next work/in-process-schedule warning
    @Scheduled(fixedDelay = 900000)
    public void closeIndex() {
        merger.getFinished().forEach(each -> merger.drop(each));
    }
}
