package shop.net;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

class OrderHandler extends ChannelInboundHandlerAdapter {

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if ("stop".equals(message)) {
            // expect-next lifecycle/process-exit info {call=System.exit, where=OrderHandler.channelRead}
            System.exit(0);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof OutOfMemoryError) {
            // clean-next lifecycle/process-exit -- a process without memory cannot go on
            System.exit(1);
        }
    }
}
