package shop.contract;

public interface ContractService {
    void insContractLog();

    void delPreview();

    void inspect();
}
