package org.simrelay.config;

import java.util.regex.Pattern;

/** The forms of hosts in settings. */
public final class HostForm {

    private static final String NUMBER = "(25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})";
    private static final Pattern IPV4 = Pattern.compile(NUMBER + "(\\." + NUMBER + "){3}");
    private static final Pattern DIGITS_AND_DOTS = Pattern.compile("[0-9.]+");

    private HostForm() {}

    /** Whether it has the form of an IPv4 address, and is none: 10.0.0.256, 10.0.1. */
    public static boolean isBrokenIpv4(String host) {
        return DIGITS_AND_DOTS.matcher(host).matches() && !IPV4.matcher(host).matches();
    }
}
