package org.simrelay.check;

import java.util.List;

/** Looks at the sizes that a query asks with. */
final class SizeCheck {

    /** The limits that a vendor's call can have. */
    static final List<String> LIMITS = List.of("page", "batch");

    private SizeCheck() {}
}
