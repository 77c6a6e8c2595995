package shop;

import org.springframework.transaction.jta.JtaTransactionManager;

public class PlainConfig {
    Object manager() {
        // clean-next platform/xa-transaction -- the server's coordinator for one resource
        return new JtaTransactionManager();
    }
}
