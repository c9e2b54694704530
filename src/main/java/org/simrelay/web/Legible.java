package org.simrelay.web;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.util.ReferenceCountUtil;

/**
 * Answers 400 to requests whose target cannot be read, and closes their connection: Vert.x would answer some of them with 500, and write a
 * stack trace for each. For one connection.
 */
final class Legible extends ChannelInboundHandlerAdapter {

    private boolean refused;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (!refused && message instanceof HttpRequest request && !isLegible(request)) {
            refused = true;
            FullHttpResponse answer = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.BAD_REQUEST);
            answer.headers()
                    .set(HttpHeaderNames.CONTENT_LENGTH, HttpHeaderValues.ZERO)
                    .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
            var unused = context.writeAndFlush(answer).addListener(ChannelFutureListener.CLOSE);
        }
        if (refused) {
            ReferenceCountUtil.release(message);
        } else {
            super.channelRead(context, message);
        }
    }

    private static boolean isLegible(HttpRequest request) {
        if (request.decoderResult().isFailure()) {
            // Vert.x has an answer of its own
            return true;
        }
        try {
            QueryStringDecoder target = new QueryStringDecoder(request.uri());
            return target.path().startsWith("/") && target.parameters() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
