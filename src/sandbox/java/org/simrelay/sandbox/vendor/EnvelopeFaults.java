package org.simrelay.sandbox.vendor;

import org.jspecify.annotations.Nullable;

/** Faults of the envelope that both vendors have, each in the vendor's own words. */
final class EnvelopeFaults {
    private static final int HUGE = 1_200_000;

    private EnvelopeFaults() {}

    /** A text that no client should take whole: 1.2 MB. */
    static String huge() {
        return "huge-" + "x".repeat(HUGE);
    }

    /** The answer of cmiot, or null where the fault is none of the envelope. */
    static @Nullable Answer cmiot(@Nullable FaultKind fault) {
        if (fault == null) {
            return null;
        }
        return switch (fault) {
            case QUOTA -> cmiot("71", "已超出API最大流控限制");
            case TOKEN_REFUSED -> cmiot("7", "Token鉴权不通过");
            case SYSTEM_ERROR -> cmiot("99", "系统错误");
            case LATER -> cmiot("20", "数据文件还未生成");
            case DENIED -> cmiot("8", "白名单鉴权不通过");
            case REJECTED -> cmiot("10", "参数个数不正确");
            case UNKNOWN_CODE -> cmiot("987654321", "未知");
            case FORGERY -> cmiot("987654321", Forged.AS_JSON);
            case HUGE_STATUS -> cmiot(huge(), "正确");
            case NODE_GONE -> Answer.ok("0", "{\"status\":\"0\",\"message\":\"正确\",\"result\":[{\"other\":1}]}");
            case TOO_MANY -> Answer.http(429, "", null);
            default -> null;
        };
    }

    /** The answer of iotbos, or null where the fault is none of the envelope. */
    static @Nullable Answer iotbos(@Nullable FaultKind fault, IotbosEnvelope envelope) {
        if (fault == null) {
            return null;
        }
        return switch (fault) {
            case QUOTA, TOO_MANY -> Answer.http(429, "", null);
            case SYSTEM_ERROR -> envelope.failed("系统错误");
            case DENIED -> Answer.http(403, WirePages.page("403 Forbidden"), null);
            case REJECTED -> Answer.http(400, WirePages.page("400 Bad Request"), null);
            case UNKNOWN_CODE -> Answer.ok("7", "{\"status\":7,\"info\":\"未知\",\"data\":null}");
            case FORGERY -> Answer.ok("7", "{\"status\":7,\"info\":\"" + Forged.AS_JSON + "\",\"data\":null}");
            case HUGE_STATUS -> Answer.ok("huge", "{\"status\":\"" + huge() + "\",\"info\":null,\"data\":null}");
            default -> null;
        };
    }

    private static Answer cmiot(String status, String message) {
        return Answer.ok(status, "{\"status\":\"" + status + "\",\"message\":\"" + message + "\",\"result\":[]}");
    }
}
