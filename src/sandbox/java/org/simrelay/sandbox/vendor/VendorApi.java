package org.simrelay.sandbox.vendor;

import org.jspecify.annotations.Nullable;

/** One path of a vendor. */
interface VendorApi {
    Vendor vendor();

    /** What is asked, apart from what differs in every try (signature, token): by it a fault's chance can be repeated. */
    String question(Request request);

    /**
     * Checks a request against the vendor's document, and answers it.
     *
     * @param fault what is to go wrong in the envelope or its cards, or null; faults of the wire are not this method's
     */
    Answer answer(Request request, @Nullable FaultKind fault);
}
