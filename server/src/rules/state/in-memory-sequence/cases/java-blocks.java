package shop.order;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

class KeySequence {
    // expect-next state/in-memory-sequence info {field=blocks}
    private static final Map<String, Iterator<Integer>> blocks = new HashMap<>();

    static Integer nextKey(Connection connection, String name) throws Exception {
        Iterator<Integer> block = blocks.get(name);
        if (block == null || !block.hasNext()) {
            block = allocateBlock(connection, name);
        }
        return block.next();
    }

    private static Iterator<Integer> allocateBlock(Connection connection, String name) throws Exception {
        PreparedStatement statement = connection.prepareStatement("select next from keys where name = ? for update");
        statement.setString(1, name);
        ResultSet rows = statement.executeQuery();
        Iterator<Integer> block = new Block(rows.getInt(1));
        blocks.put(name, block);
        return block;
    }
}

class ConfigurableIds {
    // clean-next state/in-memory-sequence -- a default that the constructor replaces
    private SnowflakeIdWorker worker = new SnowflakeIdWorker(0, 0);

    ConfigurableIds(SnowflakeIdWorker worker) {
        this.worker = worker;
    }
}

class Ids {
    // expect-next state/in-memory-sequence warning
    private static final SnowflakeIdWorker fixed = new SnowflakeIdWorker(1, 1);
    // clean-next state/in-memory-sequence -- the environment tells the number
    private static final SnowflakeIdWorker own = new SnowflakeIdWorker(Long.parseLong(System.getenv("WORKER")), 1);
}
