package org.simrelay.sandbox.vendor;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** iotbos.txt 1.1: an accessToken for an account and its password. */
final class IotbosLogin implements VendorApi {
    private final SimulatorConfig config;
    private final Tokens tokens;
    private final IotbosEnvelope envelope;

    IotbosLogin(SimulatorConfig config, Tokens tokens) {
        this.config = config;
        this.tokens = tokens;
        this.envelope = new IotbosEnvelope(config.clock);
    }

    @Override
    public Vendor vendor() {
        return Vendor.IOTBOS;
    }

    @Override
    public String question(Request request) {
        return "";
    }

    @Override
    public Answer answer(Request request, @Nullable FaultKind fault) {
        Map<String, String> asked = request.parameters();
        if (!asked.containsKey("account") || !asked.containsKey("password") || request.hasDoubled()) {
            return envelope.refused("参数不正确", "account or password is missing, or comes twice");
        }
        String account = asked.getOrDefault("account", "");
        if (!asked.getOrDefault("password", "").equals(config.iotbosPassword(account))) {
            return envelope.refused("账号或密码错误", null);
        }
        Answer odd = EnvelopeFaults.iotbos(fault, envelope);
        if (odd != null) {
            return odd;
        }
        if (fault == FaultKind.NO_TOKEN) {
            return envelope.ok("{}");
        }
        Tokens.Token token = tokens.login(account);
        return envelope.ok(
                "{\"accessToken\":\"" + token.text() + "\",\"expiresTime\":\"" + Shanghai.slashes(token.end()) + "\"}");
    }
}
