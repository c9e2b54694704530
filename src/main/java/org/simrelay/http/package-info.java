/** What of a message may travel over HTTP. */
@NullMarked
package org.simrelay.http;

import org.jspecify.annotations.NullMarked;
