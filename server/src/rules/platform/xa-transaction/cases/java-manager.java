package shop;

import com.atomikos.icatch.jta.UserTransactionManager;
import com.atomikos.jdbc.AtomikosDataSourceBean;

public class TransactionConfig {
    UserTransactionManager manager() {
        // expect-next platform/xa-transaction warning {name=UserTransactionManager}
        return new UserTransactionManager();
        //         ^^^^^^^^^^^^^^^^^^^^^^
    }

    AtomikosDataSourceBean orders() {
        // clean-next platform/xa-transaction -- listed with the first
        return new AtomikosDataSourceBean();
    }
}
