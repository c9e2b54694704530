package org.simrelay.web;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;

/**
 * Closes a connection that sends requests without waiting for their answers: Vert.x queues them without a bound, each at a cost that grows
 * with the queue, and keeps all other connections of its thread waiting. For one connection.
 */
final class Pipelined extends ChannelDuplexHandler {

    private final int most;
    private int unanswered;

    /** @param most how many requests may be without an answer */
    Pipelined(int most) {
        this.most = most;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (message instanceof HttpRequest) {
            unanswered++;
        }
        if (unanswered > most) {
            // what was read with it is dropped too
            ReferenceCountUtil.release(message);
            var unused = context.close();
        } else {
            super.channelRead(context, message);
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        if (message instanceof LastHttpContent) {
            unanswered--;
        }
        super.write(context, message, promise);
    }
}
