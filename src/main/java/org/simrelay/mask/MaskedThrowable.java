package org.simrelay.mask;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** An exception in the log: its messages masked and in one line each, its stack trace as it is. */
final class MaskedThrowable implements IThrowableProxy {

    // an exception may be its own cause by a detour
    private static final int DEEPEST = 50;

    private final IThrowableProxy thrown;
    private final @Nullable String message;
    private final @Nullable IThrowableProxy cause;
    private final IThrowableProxy[] suppressed;

    private MaskedThrowable(IThrowableProxy thrown, UnaryOperator<String> masked, int depth) {
        this.thrown = thrown;
        this.message = thrown.getMessage() == null ? null : masked.apply(thrown.getMessage());
        this.cause = of(thrown.getCause(), masked, depth + 1);
        IThrowableProxy[] others = thrown.getSuppressed() == null ? new IThrowableProxy[0] : thrown.getSuppressed();
        this.suppressed = new IThrowableProxy[depth < DEEPEST ? others.length : 0];
        for (int i = 0; i < suppressed.length; i++) {
            suppressed[i] = new MaskedThrowable(others[i], masked, depth + 1);
        }
    }

    static @Nullable IThrowableProxy of(@Nullable IThrowableProxy thrown, UnaryOperator<String> masked) {
        return of(thrown, masked, 0);
    }

    private static @Nullable IThrowableProxy of(
            @Nullable IThrowableProxy thrown, UnaryOperator<String> masked, int depth) {
        return thrown == null || depth > DEEPEST ? null : new MaskedThrowable(thrown, masked, depth);
    }

    @Override
    public @Nullable String getMessage() {
        return message;
    }

    @Override
    public String getClassName() {
        return thrown.getClassName();
    }

    @Override
    public StackTraceElementProxy[] getStackTraceElementProxyArray() {
        return thrown.getStackTraceElementProxyArray();
    }

    @Override
    public int getCommonFrames() {
        return thrown.getCommonFrames();
    }

    @Override
    public @Nullable IThrowableProxy getCause() {
        return cause;
    }

    @Override
    public IThrowableProxy[] getSuppressed() {
        return suppressed;
    }

    @Override
    public boolean isCyclic() {
        return thrown.isCyclic();
    }
}
