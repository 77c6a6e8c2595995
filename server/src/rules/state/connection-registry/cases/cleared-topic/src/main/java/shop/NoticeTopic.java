package shop;

import org.springframework.data.redis.connection.Message;
import org.springframework.data.redis.connection.MessageListener;

public class NoticeTopic implements MessageListener {
    @Override
    public void onMessage(Message message, byte[] pattern) {
        NoticeEndpoint.tell(new String(message.getBody()));
    }
}
