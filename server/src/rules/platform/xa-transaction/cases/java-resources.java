package shop;

import com.mysql.cj.jdbc.MysqlXADataSource;
import oracle.jdbc.xa.client.OracleXADataSource;

public class DataSources {
    Object orders() {
        // expect-next platform/xa-transaction warning
        return new MysqlXADataSource();
    }

    Object ledger() throws Exception {
        // clean-next platform/xa-transaction -- listed with the first
        return new OracleXADataSource();
    }
}
