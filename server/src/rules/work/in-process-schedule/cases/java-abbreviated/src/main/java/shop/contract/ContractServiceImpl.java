package shop.contract;

import javax.annotation.Resource;
import org.springframework.stereotype.Service;

@Service("contractService")
public class ContractServiceImpl implements ContractService {
    @Resource(name = "contractDAO")
    private ContractDAO contractDAO;

    @Override
    public void insContractLog() {
        contractDAO.insContractLog();
    }

    @Override
    public void delPreview() {
        contractDAO.delPreview();
    }

    @Override
    public void inspect() {
        contractDAO.getContracts();
    }
}
