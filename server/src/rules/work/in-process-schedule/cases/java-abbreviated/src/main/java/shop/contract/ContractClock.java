package shop.contract;

import javax.annotation.Resource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

@Component
public class ContractClock {
    @Resource(name = "contractService")
    private ContractService contractService;

    // expect-next work/in-process-schedule error -- two rows for one day
    @Scheduled(cron = "0 0 5 * * *")
    public void countContracts() {
        contractService.insContractLog();
    }

    // expect-next work/in-process-schedule warning -- the second one finds nothing left
    @Scheduled(cron = "0 0 4 * * *")
    public void forgetPreviews() {
        contractService.delPreview();
    }

    // expect-next work/in-process-schedule info -- a word that only begins like an abbreviation; the service reads
    @Scheduled(cron = "0 0 3 * * *")
    public void inspectContracts() {
        contractService.inspect();
    }
}
