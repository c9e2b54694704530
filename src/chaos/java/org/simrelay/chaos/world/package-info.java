/** What a story runs in: broker, vendors, network, files and the service's processes. */
@NullMarked
package org.simrelay.chaos.world;

import org.jspecify.annotations.NullMarked;
