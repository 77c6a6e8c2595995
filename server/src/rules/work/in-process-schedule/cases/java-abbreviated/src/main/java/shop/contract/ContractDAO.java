package shop.contract;

import egovframework.rte.psl.dataaccess.EgovAbstractDAO;
import org.springframework.stereotype.Repository;

@Repository("contractDAO")
public class ContractDAO extends EgovAbstractDAO {
    public void insContractLog() {
        insert("contractDAO.insContractLog");
    }

    public void delPreview() {
        delete("contractDAO.delPreview");
    }

    public int getContracts() {
        return list("contractDAO.getContracts").size();
    }
}
